import { findEntries, entryKey, parseLeaf, type Sql } from '../../store/index.ts'
import { findIncidents, type FoundIncident } from '../../store/projections/index.ts'
import { readDecided } from './decided.ts'
import { firstStanding } from './incident-history.ts'
import { locateSteps } from './read-steps.ts'

/**
 * The incident of an id, or the one that it led to since; null where there is none. An incident is named after the claim that was published
 * first: as reports come in, and people join and part, it changes its id, and addresses that were sent stay. An earlier id leads to where the
 * claims are now that somebody verified under it, else to where the claim is that it was made of. Looking for an earlier id takes time linear
 * in the claims.
 */
export async function findIncident(sql: Sql, id: string): Promise<FoundIncident | null> {
  const [found] = await findIncidents(sql, { id })
  return found ?? (await findByStep(sql, id)) ?? (await findIncidents(sql, { namedBy: id }))[0] ?? null
}

async function findByStep(sql: Sql, id: string): Promise<FoundIncident | null> {
  const steps = (await findEntries(sql, [entryKey('incident', id)])).map(({ text }) => parseLeaf(text))
  const last = steps.findLast((entry) => entry.kind === 'verification-step')
  if (last?.kind !== 'verification-step') return null
  const claim = firstStanding(last.body.claims, await locateSteps(sql, await readDecided(sql)))
  const [found] = claim ? await findIncidents(sql, { claim }) : []
  return found ?? null
}
