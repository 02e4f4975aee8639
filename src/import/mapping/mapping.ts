import { z } from 'zod'
import { ACTS, type Act, type Modality, type TimePrecision } from '../../model/index.ts'

const MODALITIES = [
  'asserted',
  'denied',
  'planned',
  'demanded',
  'threatened',
  'hypothetical',
] as const satisfies readonly Modality[]
const PRECISIONS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const satisfies readonly TimePrecision[]
const DATE_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYYMMDDhhmmss', 'D Month YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const

/** How a column writes days. A time of day behind `YYYY-MM-DD` is passed over. */
export type DateFormat = (typeof DATE_FORMATS)[number]

const column = z.string().min(1).max(200)
/** Columns of which the first that tells something is taken. */
const columns = z.array(column).min(1).max(20).readonly()
const share = z.number().min(0).max(1)
const codes = <T extends z.ZodType>(value: T) => z.record(z.string(), value).readonly()
const shape = <T extends z.ZodRawShape>(members: T) => z.strictObject(members).readonly()

const meaning = shape({
  act: z.enum(ACTS as readonly [Act, ...Act[]]),
  modality: z.enum(MODALITIES).default('asserted'),
  confidence: share.default(0.5),
})
const act = shape({
  /** The first of these whose code is known decides. */
  columns,
  /** prefix: the longest beginning of the code that the table has, for codes that grow finer digit by digit. */
  match: z.enum(['exact', 'prefix']).default('exact'),
  /** Null: known, and no act of the record. */
  codes: codes(meaning.nullable()),
})
const party = shape({ columns, ids: codes(z.string()).default({}) })
const place = shape({
  name: columns,
  latitude: column,
  longitude: column,
  /** How far from the point it may have been, one for all rows. */
  radiusMetres: z.number().positive().max(20_000_000).optional(),
  /** The same by a column's precision code; `untold` where the cell tells nothing. */
  radiusByCode: shape({
    column,
    codes: codes(z.number().positive().max(20_000_000)),
    untold: z.number().positive().optional(),
  }).optional(),
  /** The same from a column that tells it in metres. */
  radiusColumn: column.optional(),
}).refine((p) => [p.radiusMetres, p.radiusByCode, p.radiusColumn].filter((way) => way !== undefined).length === 1, {
  error: 'one of radiusMetres, radiusByCode and radiusColumn',
})
const precision = shape({
  precision: z.enum(PRECISIONS),
  /** The day told stands for the calendar week (from Monday), month or year around it. */
  within: z.enum(['week', 'month', 'year']).optional(),
})
const time = shape({
  from: column,
  /** Last day, inclusive. (Default: the first day.) */
  to: column.optional(),
  /** Column with the local time of day, hh:mm; where it tells one the time is exact to the minute. */
  clock: column.optional(),
  format: z.enum(DATE_FORMATS).default('YYYY-MM-DD'),
  /** (Default: every row is exact to the day.) */
  precisionByCode: shape({ column, codes: codes(precision) }).optional(),
})
const harm = shape({
  count: column.optional(),
  /** The count is the lowest number reported. */
  atLeast: z.boolean().default(false),
  /** Zero also stands for "not told". */
  zeroIsUntold: z.boolean().default(false),
  low: column.optional(),
  best: column.optional(),
  high: column.optional(),
}).refine((h) => (h.count === undefined) === (h.low !== undefined && h.high !== undefined), {
  error: 'either count, or low and high',
})
const sources = shape({
  /** Who said it first. */
  speaker: column.optional(),
  /** Words that end a description of speakers without a name: sources, residents. */
  unnamed: z.array(z.string()).readonly().default([]),
  /** Who carried it: a name, several, or an address whose host is taken. */
  outlet: column.optional(),
  outletIsAddress: z.boolean().default(false),
  url: column.optional(),
  published: column.optional(),
  publishedFormat: z.enum(DATE_FORMATS).default('YYYY-MM-DD'),
  /** Between the members of a cell that lists several. */
  separator: z.string().min(1).max(3).default(';'),
  headline: column.optional(),
})
const factor = shape({
  column,
  codes: codes(share).default({}),
  /** The cell is a number out of this many, such as 100 for a percentage. */
  outOf: z.number().positive().optional(),
})

/** Checks the content of a mapping file: how the rows of one kind of table become claims. data/import/README.md explains each member. */
export const mappingSchema = shape({
  /** Names the table for ever: part of the id of every row. */
  dataset: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'small letters, digits and hyphens' }),
  title: z.string(),
  language: z.string().length(2).default('en'),
  table: shape({
    delimiter: z.string().length(1).default(','),
    quoted: z.boolean().default(true),
    /** The names of the columns, in order, of a file without a header. */
    columns: z.array(column).min(1).max(4096).readonly().optional(),
  }).prefault({}),
  /** Cells that tell nothing. */
  untold: z.array(z.string()).readonly().default(['']),
  /** Columns that a file may lack. */
  optional: z.array(column).readonly().default([]),
  /** Columns that together name the row, now and in later files. */
  id: columns,
  /** Each row is given the columns of the row of another table that has the same key, with a prefix before their names. */
  join: shape({ dataset: z.string(), column, prefix: z.string().min(1) }).optional(),
  act,
  actor: party.optional(),
  target: party.optional(),
  place: place.optional(),
  time,
  killed: harm.optional(),
  injured: harm.optional(),
  sources: sources.prefault({}),
  /** Where the words that tell the act stand. (Default: the headline, else the code of the act.) */
  quote: columns.optional(),
  /** The table's editors have one row an event, so that no two rows tell of one. (Default: several rows may) */
  oneRowAnEvent: z.boolean().default(false),
  /** Each lowers the confidence that the act's code has. */
  confidence: z.array(factor).readonly().default([]),
})

/** How the rows of one kind of table become claims. */
export type Mapping = z.infer<typeof mappingSchema>

/** What a code of a table means in the record. */
export type ActMeaning = z.infer<typeof meaning>

/** How one kind of harm is told. */
export type HarmMapping = z.infer<typeof harm>

/** Every column that a mapping reads, but for those of a joined table. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const { act, actor, target, place, time, killed, injured, sources, quote, confidence, join } = mapping
  const named = [
    ...mapping.id,
    ...act.columns,
    ...(actor?.columns ?? []),
    ...(target?.columns ?? []),
    ...(place ? [...place.name, place.latitude, place.longitude, place.radiusByCode?.column, place.radiusColumn] : []),
    time.from,
    time.to,
    time.clock,
    time.precisionByCode?.column,
    ...[killed, injured].flatMap((harm) => [harm?.count, harm?.low, harm?.best, harm?.high]),
    sources.speaker,
    sources.outlet,
    sources.url,
    sources.published,
    sources.headline,
    ...(quote ?? []),
    ...confidence.map((factor) => factor.column),
    join?.column,
  ]
  const own = named.filter((name) => name !== undefined && !(join && name.startsWith(join.prefix)))
  return [...new Set(own as readonly string[])]
}
