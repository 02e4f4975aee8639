import { getContext, setContext } from 'svelte'
import type { CaseLine } from './model.ts'

const KEY = Symbol('case')

/** Tells all parts of the page which case they show, and so in which zone its times are told. */
export function withCase(read: () => CaseLine): void {
  setContext(KEY, read)
}

/** The case that is shown. */
export function theCase(): CaseLine {
  return getContext<() => CaseLine>(KEY)()
}
