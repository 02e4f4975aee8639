import { getContext, setContext } from 'svelte'

const KEY = Symbol('people')

type Names = { readonly [id: string]: string }

/** Tells all parts of the page who the ids in histories are. */
export function withNames(read: () => Names): void {
  setContext(KEY, read)
}

/** Names by id, while a part is made. */
export function theNames(): () => Names {
  return getContext<(() => Names) | undefined>(KEY) ?? (() => ({}))
}
