import { describeIncident } from '../../exchange/index.ts'
import type { CaseRecord } from '../../model/index.ts'
import { draftBulletin, type Bulletin, type BulletinScope } from '../../publish/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { RecordFailure } from '../record/index.ts'
import { loadRoads } from '../load-roads.ts'
import { assessRecord } from './assess-record.ts'
import type { PublishedCase } from './case-facts.ts'

/** Drafts a bulletin from a case's record, its folder's agreement and roads, and what earlier bulletins said. Fails with `case-unreadable`. */
export function draftFromRecord(
  record: CaseRecord,
  published: PublishedCase,
  caseFolder: string,
  scope: BulletinScope,
  earlier: readonly Bulletin[],
): Result<Bulletin, RecordFailure> {
  const incidents = record.incidents.map((one) => {
    const { killed, injured, actors, targets } = describeIncident(one, record.readings)
    return { ...one, killed, injured, actors, targets }
  })
  const assessed = assessRecord(record, caseFolder)
  if (!assessed.ok) return assessed
  const { agreement, findings } = assessed.value
  const roads = loadRoads(caseFolder)
  return done(draftBulletin({ record, incidents, agreement, findings, roads, earlier }, scope, published.facts))
}
