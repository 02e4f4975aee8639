/**
 * Publishes: what the centre says in public about a period, as known at its cut-off. A bulletin is a value in which every sentence and
 * figure carries the ids behind it; pages without script, a feed and an index are drawn from it. What a case's rules withhold never comes in.
 * Pure: record, findings, agreement and rules in, texts out. Imports only `model` and `base`.
 */
export type { Bulletin, PublishedIncident, ReportImage } from './bulletin.ts'
export { draftBulletin } from './draft-bulletin.ts'
export { writeFeed, type FeedSite } from './feed.ts'
export { drawAnnexPages, drawBulletin, type DrawOptions, type Page } from './page/draw-bulletin.ts'
export { drawEmbed, drawIndex, type ListedBulletin } from './page/draw-index.ts'
export type { SupportBar } from './page/support.ts'
export {
  OPEN_RULES,
  type BulletinInput,
  type BulletinScope,
  type CaseFacts,
  type DescribedIncident,
  type PublicationRules,
} from './rules.ts'
