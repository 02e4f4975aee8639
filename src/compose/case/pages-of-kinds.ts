import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isFeed, parseFeed, readMail, readWebArchive } from '../../gather/index.ts'
import type { SourcePage } from './ingest-pages.ts'
import { pageOf } from './page-of.ts'
import type { PageFile } from './pages-in-file.ts'
import type { PageFailure } from './tools.ts'

/** Told of what is no page. */
export type OnRefusal = (failure: PageFailure) => void

/** The messages of a mail or mailbox as pages. */
export async function* pagesOfMail({ path, name }: PageFile, onRefusal: OnRefusal): AsyncGenerator<SourcePage> {
  for await (const message of readMail(await readFile(path), name)) {
    if (!message.ok) {
      onRefusal(message.failure)
      continue
    }
    const { id, html, text, title, outlet, published } = message.value
    const from = `${name}#${id}`
    yield {
      ...idOf(`${title ?? ''}\n${html ?? text}`, from),
      ...(html === null ? { text } : { html }),
      ...told({ title, outlet, published }),
    }
  }
}

/** The pages of a web archive. When a page was fetched is not when it was published: the page itself must tell that. */
export async function* pagesOfWebArchive({ path, name }: PageFile, onRefusal: OnRefusal): AsyncGenerator<SourcePage> {
  for await (const page of readWebArchive(path, () => createReadStream(path))) {
    if (!page.ok) {
      onRefusal(page.failure)
      continue
    }
    const { url, bytes, mediaType, fetched } = page.value
    yield { ...pageOf(bytes, `${name}!${url}${fetched === null ? '' : `@${fetched}`}`), url, mediaType }
  }
}

/** Whether a file is a feed. */
export async function isFeedFile(path: string): Promise<boolean> {
  return /\.(?:xml|rss|atom|rdf)$/i.test(path) && isFeed(new TextDecoder().decode(await readFile(path)))
}

/** The items of a feed's file, by what the feed itself carries of them; `truceline ingest ADDRESS` fetches the pages instead. */
export async function* pagesOfFeed({ path, name }: PageFile, onRefusal: OnRefusal): AsyncGenerator<SourcePage> {
  const feed = parseFeed(await readFile(path, 'utf8'), null)
  if (!feed.ok) return onRefusal(feed.failure)
  for (const { url, title, published, content } of feed.value.items) {
    const html = `<h1>${title ?? ''}</h1>\n<p>${content ?? ''}</p>`
    yield { ...idOf(html, `${name}#${url}`), html, url, ...told({ title, outlet: feed.value.title, published }) }
  }
}

function idOf(words: string, from: string): { readonly id: string; readonly from: string } {
  return { id: pageOf(new TextEncoder().encode(words), from).id, from }
}

/** The facts that are told. */
function told<T extends { readonly [fact: string]: string | null }>(facts: T): { readonly [K in keyof T]?: string } {
  const known = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
  return Object.fromEntries(known) as { readonly [K in keyof T]?: string }
}
