import { countInWords } from '../../base/count-words.ts'
import { readCaseStatus, type CaseStatus, type WitnessedUntil } from '../../compose/case/index.ts'
import { plainState } from '../deciding/plain-states.ts'
import { write } from '../terminal/index.ts'
import { withCase } from './with-case.ts'

/** Prints how a case stands. */
export async function runCaseStatus(store: string, format: 'text' | 'json'): Promise<void> {
  await withCase(store, async (open) => {
    const status = await readCaseStatus(open)
    await write(format === 'json' ? `${JSON.stringify(status)}\n` : drawStatus(status))
  })
}

function drawStatus(status: CaseStatus): string {
  const { origin, engine, entries, behind, sightings, reports, claims, incidents, contradicted, failedPages } = status
  const states = Object.entries(status.validities).map(([state, count]) => `${count} ${plainState(state)}`)
  const told = [
    countInWords(reports, 'report'),
    countInWords(claims, 'claim'),
    countInWords(incidents, 'incident'),
  ].join(', ')
  const lines = [
    `${count(entries, 'entry', 'entries')} in the log ${origin}, ${engine} engine`,
    `${told}; ${countInWords(sightings, 'sighting')} of pages, ${count(failedPages, 'page', 'pages')} not readable`,
    ...(states.length > 0 ? [`incidents: ${states.join(', ')}; ${contradicted} contradicted`] : []),
    ...(status.proposed > 0 ? [`${countInWords(status.proposed, 'incident')} waiting for a second person`] : []),
    ...(behind > 0
      ? [`${count(behind, 'entry', 'entries')} not computed yet: the next ingest, import or rebuild does`]
      : []),
    ...drawWitnesses(status.witnesses, entries),
  ]
  return `${lines.join('\n')}\n${status.checkpoint === null ? '' : `\n${status.checkpoint}`}`
}

function drawWitnesses(witnesses: readonly WitnessedUntil[], entries: number): readonly string[] {
  const current = witnesses.filter((witness) => witness.current)
  if (current.length === 0) return ['no witness is named yet: whoever holds the key could rewrite the log unseen']
  return current.map(({ side, key, size }) => `witness of ${side}, ${key.name}: cosigned ${size} of ${entries} entries`)
}

function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : several}`
}
