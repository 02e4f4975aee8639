/** The names by which an address asks for the record as it was known: a day, and what "known" means. */
const NAMES = ['asOf', 'basis'] as const

/** What an address asks of the record as it was known; empty where it asks for today's. */
export function knownOf(query: Pick<URLSearchParams, 'get'>): URLSearchParams {
  const known = new URLSearchParams()
  if (!query.get('asOf')) return known
  for (const name of NAMES) {
    const value = query.get(name)
    if (value) known.set(name, value)
  }
  return known
}

/** A path of this house that keeps to the day that the page is about. */
export function keepKnown(path: string, query: Pick<URLSearchParams, 'get'>): string {
  const known = knownOf(query)
  if (known.size === 0) return path
  const [, bare = path, hash = ''] = /^([^#]*)(#.*)?$/.exec(path) ?? []
  return `${bare}${bare.includes('?') ? '&' : '?'}${known}${hash}`
}

/** The same address about the record of today. */
export function withoutKnown(url: Pick<URL, 'pathname' | 'search'>): string {
  const query = new URLSearchParams(url.search)
  for (const name of [...NAMES, 'cursor']) query.delete(name)
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}
