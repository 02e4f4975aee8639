/**
 * Publishing at work: a case's record drafted into a bulletin, its files made (pages, data, PDF), published as an entry with its proofs, and
 * put into a site's folder with index and feed. Part of the composition root.
 */
export { bulletinFiles } from './bulletin-files.ts'
export { loadPublishedCase, type PublishedCase } from './case-facts.ts'
export { draftFromRecord } from './draft.ts'
export { drawFiles } from './drawn-files.ts'
export { publicationTimes } from './publication-times.ts'
export { provePublication } from './prove-publication.ts'
export { publishBulletin } from './publish-bulletin.ts'
export { scopeOf } from './scope.ts'
export { siteOf } from './site-of.ts'
export { readPublication, readSite, siteReady, writeBulletinFiles, writeSiteIndex, type SiteFailure } from './site.ts'
