import { done, type Result } from '../../base/result.ts'
import { parseVerifierKey, type VerifierKey } from '../../ledger/notes/index.ts'
import type { Entry, EntryIndex } from '../../model/index.ts'
import { readEntriesOfKinds, type IndexedEntry, type Sql } from '../../store/index.ts'
import { refused, type CaseFailure } from './failure.ts'
import type { OpenCase } from './open-case.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import type { CaseTools } from './tools.ts'

/** A side's witness. */
export interface Witness {
  readonly side: string
  readonly key: VerifierKey
  /** The entry that named it. */
  readonly entry: EntryIndex
  /** Whether it is the side's witness still; an earlier one's cosignatures go on counting for what they signed. */
  readonly current: boolean
}

/** A side names its witness. */
export interface WitnessInput {
  readonly side: string
  /** The witness's verifier key, `name+id+base64`; the private half never comes near the case. */
  readonly verifier: string
  readonly reason: string
}

/**
 * Names the witness of a side: an entry, so that nobody can exchange it unseen. Fails with `key-malformed`, `side-malformed`,
 * `person-malformed` or `reason-missing`.
 */
export function nameWitness(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { side, verifier, reason }: WitnessInput,
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason }, () => {
    const key = parseVerifierKey(verifier)
    if (!key.ok) return Promise.resolve(key)
    const fault = faultOf(side, key.value)
    if (fault) return Promise.resolve(fault)
    const body = { side, verifier, reason: reason.trim() }
    return Promise.resolve(done([{ kind: 'witness-named', at: tools.now(), by, body } satisfies Entry]))
  })
}

function faultOf(side: string, key: VerifierKey): Result<never, CaseFailure> | null {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(side)) {
    return refused('side-malformed', 'side', JSON.stringify(side.slice(0, 80)), 'lower-case letters, digits and -')
  }
  if (key.role === 'witness') return null
  return refused('witness-key-foreign', `key ${key.name}`, 'the key of a log', 'the key of a witness')
}

/** The witnesses that the case has named, in the order of the log. */
export async function readWitnesses(sql: Sql): Promise<readonly Witness[]> {
  return witnessesIn(await readEntriesOfKinds(sql, ['witness-named']))
}

/** The witnesses that some entries name; all entries of that kind of a log, in its order. */
export function witnessesIn(named: readonly IndexedEntry[]): readonly Witness[] {
  const last = new Map<string, EntryIndex>()
  for (const { index, entry } of named) if (entry.kind === 'witness-named') last.set(entry.body.side, index)
  return named.flatMap(({ index, entry }) => {
    const key = entry.kind === 'witness-named' ? parseVerifierKey(entry.body.verifier) : null
    if (entry.kind !== 'witness-named' || !key?.ok) return []
    const { side } = entry.body
    return [{ side, key: key.value, entry: index, current: last.get(side) === index }]
  })
}
