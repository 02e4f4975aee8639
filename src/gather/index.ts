/**
 * Gathers what the world publishes: pages by address, feeds, mail, archives of pages and of the web. Addresses that lead into private networks are refused at
 * the moment of connecting, redirects included; sizes, times and the pace at one host are bounded. What cannot be had is a coded
 * `GatherFailure`, never a throw. Also reads roads from map extracts on this machine. Imports only `base` and `model`.
 */
export { createFetcher, type FetchedPage, type FetchLimits, type FetchPage } from './fetch-page.ts'
export { GATHER_CODES, type GatherCode, type GatherFailure } from './failure.ts'
export { isFeed, parseFeed, type Feed, type FeedItem } from './parse-feed.ts'
export { isMailName, readMail, type MailPage } from './read-mail.ts'
export { isWebArchiveName, readWebArchive, type ArchivedPage } from './read-wacz.ts'
export { isArchiveName, readArchive, type ArchiveLimits, type ArchiveMember } from './read-archive.ts'
export { OSM_CODES, readOsmWays, type OsmFailure } from './osm/read-osm-ways.ts'
