import { generateAtomFeed } from 'feedsmith'
import type { ListedBulletin } from './page/draw-index.ts'

/** What a feed needs to know of the site. */
export interface FeedSite {
  readonly name: string
  /** Where the site stands, with a slash at the end; ids and links are made of it. */
  readonly address: string
  /** Instants at which bulletins were published, by id. */
  readonly published: ReadonlyMap<string, string>
}

/** The bulletins as an Atom feed (RFC 4287), the newest first; a replaced one stays, since it was published. */
export function writeFeed(bulletins: readonly ListedBulletin[], { name, address, published }: FeedSite): string {
  const entries = bulletins
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .map(({ id, title, period, cutOff, summary }) => {
      const moment = published.get(id) ?? `${cutOff.day}T${cutOff.time}:00Z`
      const text = summary
        .slice(0, 5)
        .map((sentence) => sentence.text)
        .join(' ')
      return {
        id: `${address}${id}/`,
        title: { value: title, type: 'text' as const },
        updated: moment,
        published: moment,
        summary: { value: text, type: 'text' as const },
        categories: [{ term: `${period.from}/${period.to}` }],
        links: [{ href: `${address}${id}/index.html`, rel: 'alternate' as const, type: 'text/html' }],
      }
    })
  return generateAtomFeed({
    id: address,
    title: { value: `${name}: bulletins`, type: 'text' },
    updated:
      entries
        .map(({ updated }) => updated)
        .toSorted()
        .at(-1) ?? '1970-01-01T00:00:00Z',
    authors: [{ name }],
    links: [
      { href: `${address}feed.xml`, rel: 'self', type: 'application/atom+xml' },
      { href: address, rel: 'alternate', type: 'text/html' },
    ],
    entries,
  })
}
