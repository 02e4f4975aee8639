import { m } from '#messages'

/** What a table may be, by name; the last one is read by a mapping of one's own. */
export const KINDS = [
  { kind: 'ucdp-ged', words: m.table_ucdp_ged },
  { kind: 'acled', words: m.table_acled },
  { kind: 'gdelt-events', words: m.table_gdelt_events },
  { kind: 'gdelt-mentions', words: m.table_gdelt_mentions },
  { kind: 'submissions', words: m.table_submissions },
  { kind: 'csv', words: m.table_csv },
  { kind: 'geojson', words: m.table_geojson },
  { kind: 'kml', words: m.table_kml },
  { kind: 'geopackage', words: m.table_geopackage },
  { kind: 'mapping', words: m.table_mapping },
] as const
