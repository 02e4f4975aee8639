import { done, type Result } from '../base/result.ts'
import { exchangeRefused, type ExchangeFailure } from './failure.ts'

/** A submission of a form, flat: questions by their path, `group/question`. */
export interface Submission {
  readonly columns: { readonly [column: string]: string }
  /** What tells who sent it, kept apart so that it can be sealed. */
  readonly identity: { readonly [column: string]: string }
}

/** Last part of the path of questions and metadata that tell who sent a form (names of Kobo, ODK Collect and ODK Central). */
const IDENTIFYING = new Set([
  '_submitted_by',
  'submitterid',
  'submittername',
  'deviceid',
  'phonenumber',
  'simserial',
  'simid',
  'subscriberid',
  'imei',
  'username',
  'email',
  'enumerator',
  'enumerator_name',
  'interviewer',
  'submitted_by',
  'ip',
  'reviewstate_by',
  'edits_by',
])
/** Nesting of groups that forms have; deeper is refused. */
const MAX_DEPTH = 12

/**
 * Reads submissions as Kobo's API (`results`) or ODK Central's OData (`value`) gives them, or a bare list. Groups become paths, lists of
 * numbers such as `_geolocation` one column each; `lat`, `lon` and the id `submission` are told under one name for all. Fails with `exchange-malformed`.
 */
export function readSubmissions(text: string, place: string): Result<readonly Submission[], ExchangeFailure> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return exchangeRefused(place, cause instanceof Error ? cause.message : String(cause), 'JSON')
  }
  const { results, value: odata } = objectOf(value)
  const list = [value, results, odata].find(Array.isArray)
  if (!list) return exchangeRefused(place, 'another form', 'a list of submissions, `results` or `value`')
  const submissions: Submission[] = []
  for (const [i, item] of list.entries()) {
    const cells = new Map<string, string>()
    if (!flatten(item, '', cells, 0))
      return exchangeRefused(`${place}, submission ${i + 1}`, 'no object', 'a submission')
    addPoint(cells)
    addId(cells)
    submissions.push(split(cells))
  }
  return done(submissions)
}

function flatten(value: unknown, path: string, cells: Map<string, string>, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (value === null || value === undefined) return path !== ''
  if (typeof value !== 'object') {
    cells.set(path, typeof value === 'string' ? value : JSON.stringify(value))
    return path !== ''
  }
  const members = Array.isArray(value) ? value.map((item, i) => [String(i), item] as const) : Object.entries(value)
  return members.every(([name, member]) => flatten(member, path === '' ? name : `${path}/${name}`, cells, depth + 1))
}

/** Kobo gives `_geolocation` as [lat, lon], Central a GeoJSON point, and both a question `lat lon altitude accuracy`. */
function addPoint(cells: Map<string, string>): void {
  const kobo = [cells.get('_geolocation/0'), cells.get('_geolocation/1')]
  const path = [...cells.keys()].find((name) => name.endsWith('/coordinates/0'))?.slice(0, -'/0'.length)
  const central = path === undefined ? [] : [cells.get(`${path}/1`), cells.get(`${path}/0`)]
  const written = [...cells.values()].find((cell) =>
    /^-?\d{1,2}(?:\.\d+)? -?\d{1,3}(?:\.\d+)?(?: -?[\d.]+){0,2}$/.test(cell),
  )
  const [lat, lon] = [kobo, central, written?.split(' ') ?? []].find(([a, b]) => a && b) ?? []
  if (lat === undefined || lon === undefined) return
  if (!cells.has('lat')) cells.set('lat', lat)
  if (!cells.has('lon')) cells.set('lon', lon)
}

/** Kobo names a submission `_uuid`, Central `__id`, both an instance inside the form. */
function addId(cells: Map<string, string>): void {
  const id = cells.get('_uuid') ?? cells.get('__id') ?? cells.get('meta/instanceID')
  if (id !== undefined) cells.set('submission', id)
}

function split(cells: ReadonlyMap<string, string>): Submission {
  const isIdentifying = (path: string) => IDENTIFYING.has((path.split('/').at(-1) ?? '').toLowerCase())
  const told = [...cells]
  return {
    columns: Object.fromEntries(told.filter(([path]) => !isIdentifying(path))),
    identity: Object.fromEntries(told.filter(([path]) => isIdentifying(path))),
  }
}

function objectOf(value: unknown): { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
