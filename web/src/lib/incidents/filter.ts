/** What incidents may be asked for, by the names that stand in the address: the same for list, map, timeline and export. */
export const FILTER_NAMES = [
  'act',
  'actor',
  'place',
  'zone',
  'from',
  'to',
  'status',
  'origins',
  'near',
  'km',
  'road',
  'fromKm',
  'toKm',
  'asOf',
  'basis',
] as const

/** The filter in an address; what is empty is left out. */
export function filterOf(query: URLSearchParams): URLSearchParams {
  const filter = new URLSearchParams()
  for (const name of FILTER_NAMES) for (const value of query.getAll(name)) if (value !== '') filter.append(name, value)
  return filter
}
