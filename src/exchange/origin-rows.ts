import { incidentToRow } from './columns.ts'
import type { ExchangedIncident } from './exchanged-incident.ts'

/**
 * An incident as rows for an import into another record, one for each origin, so that origins stay countable there: `tl_row` is the row's
 * id, `tl_speaker` and `tl_statement` are the origin's, `tl_actor` and `tl_target` the first that are told. An incident without origins is one row that the sending record says itself.
 */
export function originRows(incident: ExchangedIncident): readonly { readonly [column: string]: string }[] {
  const { actors, targets } = incident
  const row = { ...incidentToRow(incident), tl_actor: actors[0] ?? '', tl_target: targets[0] ?? '' }
  if (incident.origins.length === 0) return [{ ...row, tl_row: incident.id, tl_speaker: '', tl_statement: '' }]
  return incident.origins.map(({ speaker, statement }, i) => {
    return { ...row, tl_row: `${incident.id}#${i + 1}`, tl_speaker: speaker, tl_statement: statement }
  })
}
