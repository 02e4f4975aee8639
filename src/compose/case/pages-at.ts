import type { SourcePage } from './ingest-pages.ts'
import { createFetcher, isFeed, parseFeed, type FetchPage } from '../../gather/index.ts'
import { pageOf } from './page-of.ts'

/** What is known of a page before it is fetched. */
interface Told {
  readonly title?: string
  readonly published?: string
}

/** The page at an address, or, if that is a feed, the pages of its items. What cannot be had is handed on as a failure, to be noted. */
export async function* pagesAt(url: string, fetchPage: FetchPage = createFetcher()): AsyncGenerator<SourcePage> {
  const fetched = await fetchPage(url)
  if (!fetched.ok) {
    yield { id: url, from: url, failure: fetched.failure }
    return
  }
  const text = new TextDecoder().decode(fetched.value.bytes.subarray(0, 4096))
  if (!isFeed(text)) {
    yield withAddress(fetched.value, url, {})
    return
  }
  const feed = parseFeed(new TextDecoder().decode(fetched.value.bytes), url)
  if (!feed.ok) {
    yield { id: url, from: url, failure: feed.failure }
    return
  }
  for (const item of feed.value.items) {
    const page = await fetchPage(item.url)
    const told = { ...(item.title && { title: item.title }), ...(item.published && { published: item.published }) }
    yield page.ok ? withAddress(page.value, item.url, told) : { id: item.url, from: item.url, failure: page.failure }
  }
}

function withAddress(
  page: { readonly bytes: Uint8Array; readonly mediaType: string },
  url: string,
  told: Told,
): SourcePage {
  return { ...pageOf(page.bytes, url), url, mediaType: page.mediaType, ...told }
}
