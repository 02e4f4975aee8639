import { parseFeed as parseXmlFeed } from 'htmlparser2'
import { done, type Result } from '../base/result.ts'
import { refused, type GatherFailure } from './failure.ts'

/** One item of a feed: a page elsewhere, and what the feed knows of it. */
export interface FeedItem {
  readonly url: string
  readonly title: string | null
  /** An instant; null where the feed tells none. */
  readonly published: string | null
  /** What the feed itself carries of the page, as HTML; often but a summary. */
  readonly content: string | null
}

/** A feed. */
export interface Feed {
  readonly title: string | null
  readonly items: readonly FeedItem[]
}

/** Items taken from one feed; feeds of the press have some tens. */
const MAX_ITEMS = 5000

/** Whether a document looks like an RSS, RDF or Atom feed; only its first kilobyte is looked at. */
export function isFeed(text: string): boolean {
  return /<(?:rss|rdf:RDF|feed)[\s>]/.test(text.slice(0, 1024))
}

/** Reads an RSS, RDF or Atom feed; items without an address of a page are left out. Fails with `feed-malformed`. */
export function parseFeed(text: string, feedUrl: string | null): Result<Feed, GatherFailure> {
  const feed = isFeed(text) ? parseXmlFeed(text) : null
  if (!feed) return refused('feed-malformed', feedUrl ?? 'feed', 'another document', 'RSS, RDF or Atom')
  const items = feed.items.slice(0, MAX_ITEMS).flatMap(({ link, title, pubDate, description }): readonly FeedItem[] => {
    const url = resolveLink(link, feed.link ?? feedUrl)
    return url === null
      ? []
      : [{ url, title: title ?? null, published: instantOf(pubDate), content: description ?? null }]
  })
  return done({ title: feed.title ?? null, items })
}

function resolveLink(link: string | undefined, base: string | null): string | null {
  if (link === undefined) return null
  const trimmed = link.trim()
  if (base !== null && URL.canParse(trimmed, base)) return new URL(trimmed, base).href
  return URL.canParse(trimmed) ? new URL(trimmed).href : null
}

function instantOf(date: Date | undefined): string | null {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}
