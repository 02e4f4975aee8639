/** What stands in a form's field, every letter of it: a password. */
export function rawOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The words of a form's field, trimmed; empty where there are none. */
export function wordsOf(form: FormData, name: string): string {
  return rawOf(form, name).trim()
}

/** The same, absent where there are none: for members that may be left out. */
export function given<K extends string>(form: FormData, ...names: readonly K[]): { readonly [N in K]?: string } {
  const entries = names.map((name) => [name, wordsOf(form, name)] as const).filter(([, words]) => words !== '')
  return Object.fromEntries(entries) as { readonly [N in K]?: string }
}

/** A whole or broken number of a field; null where there is none. */
export function numberOf(form: FormData, name: string): number | null {
  const words = wordsOf(form, name)
  const value = Number(words)
  return words === '' || !Number.isFinite(value) ? null : value
}
