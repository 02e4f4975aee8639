import { canonicalJson } from '../../base/canonical-json.ts'
import { done, failed, type Result } from '../../base/result.ts'
import { sha256 } from '../../base/sha256.ts'
import type { EntryIndex } from '../../model/index.ts'
import type { Bulletin } from '../../publish/index.ts'
import { readLogSize } from '../../store/index.ts'
import type { CaseFailure } from '../case/index.ts'
import {
  draftFromRecord,
  drawFiles,
  loadPublishedCase,
  publicationTimes,
  publishBulletin,
  readSite,
  scopeOf,
  siteReady,
  writeBulletinFiles,
  writeSiteIndex,
  type PublishedCase,
  type SiteFailure,
} from '../publish/index.ts'
import type { RecordFailure } from '../record/index.ts'
import { decideOn, type ChangedMeanwhile } from './decide.ts'
import type { Desk } from './open-desk.ts'
import { publicationsOf } from './publications.ts'
import { recordAt } from './record-at.ts'

/** Which bulletin is asked for. */
export interface BulletinQuestion {
  /** The day, or the last day. */
  readonly day: string
  /** First day. (Default: the same) */
  readonly from?: string
  /** Local time up to which reports count. (Default: 19:30) */
  readonly cutOff?: string
  /** What "known" means on the day. (Default: published) */
  readonly basis?: 'recorded' | 'published'
  /** Whether it replaces the day's last one. (Default: false) */
  readonly isCorrection?: boolean
}

/** A bulletin that is not out yet. */
export interface BulletinDraft {
  readonly bulletin: Bulletin
  /** Hexadecimal SHA-256 over it: who publishes tells by it that this is the one looked at. */
  readonly sha256: string
  /** The last entry of the log that it was drafted from. */
  readonly seen: EntryIndex
}

/** A bulletin that went out, by its entry. */
export interface PublishedNow {
  readonly id: string
  readonly entry: EntryIndex
  readonly signedBy: readonly string[]
}

interface Drafted extends BulletinDraft {
  readonly published: PublishedCase
}

/** Drafts a bulletin under the case's rules of publication; nothing is recorded. Fails with `case-unreadable`. */
export async function draftOn(
  desk: Desk,
  question: BulletinQuestion,
): Promise<Result<BulletinDraft, RecordFailure | CaseFailure>> {
  const drafted = await draft(desk, question)
  if (!drafted.ok) return drafted
  const { published: _, ...rest } = drafted.value
  return done(rest)
}

/**
 * Publishes the bulletin that a person looked at: its entry, its files with their proofs in the site's folder, the site's index and feed.
 * Fails with `changed-meanwhile` where another bulletin would come out by now, with
 * `folder-unwritable` where the site's folder takes no files, and with the codes of a case.
 *
 * @param looked `sha256` and `seen` of the draft
 */
export async function publishDraft(
  desk: Desk,
  by: string,
  question: BulletinQuestion,
  looked: Pick<BulletinDraft, 'sha256' | 'seen'> & { readonly withPdf: boolean },
): Promise<Result<PublishedNow, RecordFailure | CaseFailure | ChangedMeanwhile | SiteFailure>> {
  const drafted = await draft(desk, question)
  if (!drafted.ok) return drafted
  const { bulletin, published } = drafted.value
  if (drafted.value.sha256 !== looked.sha256) {
    const message = `bulletin: found another one than was looked at (${bulletin.id}), expected the same: look at it again`
    return failed({ code: 'changed-meanwhile', message })
  }
  const ready = siteReady(desk.site)
  if (!ready.ok) return ready
  const files = await drawFiles(bulletin, published, desk.caseFolder, looked.withPdf)
  const out = await decideOn(desk, basisOf(bulletin, looked.seen), (open) =>
    publishBulletin(open, desk.tools, bulletin, files, by),
  )
  if (!out.ok) return out
  writeBulletinFiles(desk.site, bulletin.id, out.value.files)
  const times = await publicationTimes(desk.open.store)
  const { address } = published.file.site
  writeSiteIndex(desk.site, readSite(desk.site), { name: published.facts.name, address, published: times })
  return done({ id: bulletin.id, entry: out.value.entry, signedBy: out.value.signedBy })
}

async function draft(
  desk: Desk,
  { day, from, cutOff, basis = 'published', isCorrection = false }: BulletinQuestion,
): Promise<Result<Drafted, RecordFailure | CaseFailure>> {
  const published = loadPublishedCase(desk.caseFolder)
  if (!published.ok) return published
  const seen = (await readLogSize(desk.open.store)) - 1
  const { record } = await recordAt(desk, { asOf: day, basis })
  const scope = scopeOf({
    day,
    ...(from !== undefined && { from }),
    ...(cutOff !== undefined && { cutOff }),
    timeZone: published.value.file.timeZone,
    // by the log: another folder may hold what the command published
    earlier: (await publicationsOf(desk)).map(({ id }) => id),
    isCorrection,
  })
  const earlier = readSite(desk.site).filter(({ period }) => period.to <= day)
  const bulletin = draftFromRecord(record, published.value, desk.caseFolder, scope, earlier)
  if (!bulletin.ok) return bulletin
  const digest = Buffer.from(sha256(canonicalJson(bulletin.value))).toString('hex')
  return done({ bulletin: bulletin.value, sha256: digest, seen, published: published.value })
}

/** Whatever the bulletin tells may not have been touched since it was looked at, nor may it be out already. */
function basisOf({ id: publication, incidents, reports }: Bulletin, seen: EntryIndex) {
  return {
    seen,
    incidents: incidents.map(({ id }) => id),
    reports: reports.map(({ id }) => id),
    publications: [publication],
  }
}
