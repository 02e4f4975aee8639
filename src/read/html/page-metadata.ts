import type { HtmlDocument, HtmlElement } from './html-node.ts'

/** What a page's head says of itself; null where it says nothing. */
export interface PageMetadata {
  readonly title: string | null
  readonly outlet: string | null
  /** As written there; ISO in all but old pages. */
  readonly published: string | null
}

/** Reads JSON-LD first (made for machines), then meta tags, then what is drawn. */
export function readMetadata(document: HtmlDocument): PageMetadata {
  const linked = linkedArticle(document)
  const metas = metaTags(document)
  const outlet = textOf(publisherOf(linked)) ?? firstOf(metas, 'og:site_name', 'application-name', 'dc.publisher')
  return {
    title: headline(
      document,
      textOf(linked['headline']) ?? firstOf(metas, 'og:title', 'twitter:title', 'dc.title'),
      outlet,
    ),
    outlet,
    published:
      textOf(linked['datePublished']) ??
      firstOf(
        metas,
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'pubdate',
      ) ??
      attributeOf(document, 'time[datetime]', 'datetime'),
  }
}

const MAX_VALUE = 500

function clean(value: string | null | undefined): string | null {
  const text = (value ?? '').slice(0, MAX_VALUE).replaceAll(/\s+/gu, ' ').trim()
  return text === '' ? null : text
}

function metaTags(document: HtmlDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const value = clean(meta.getAttribute('content'))
    if (name && value && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), value)
  }
  return found
}

function firstOf(metas: ReadonlyMap<string, string>, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = metas.get(name)
    if (value !== undefined) return value
  }
  return null
}

function firstElement(document: HtmlDocument, selector: string): HtmlElement | null {
  for (const element of document.querySelectorAll(selector)) return element
  return null
}

function attributeOf(document: HtmlDocument, selector: string, name: string): string | null {
  return clean(firstElement(document, selector)?.getAttribute(name))
}

/** The page's only main heading, or the title its head gives, without the outlet's name behind a bar or dash. */
function headline(document: HtmlDocument, named: string | null, outlet: string | null): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map((h1) => clean(h1.textContent))
    .filter((text) => text !== null)
  const [only] = headings
  if (only && headings.length === 1 && only.split(' ').length >= 3 && only !== outlet) return only
  const title = named ?? clean(firstElement(document, 'title')?.textContent)
  return title === null ? null : withoutOutlet(title, outlet)
}

function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(/\s[-–—|»·]\s/u)
  const last = parts.at(-1) ?? ''
  const isOutlet = parts.length > 1 && (last === outlet || (outlet === null && last.split(' ').length <= 4))
  return isOutlet ? title.slice(0, title.lastIndexOf(last)).replace(/\s[-–—|»·]\s$/u, '') : title
}

type Linked = Readonly<Record<string, unknown>>

const MAX_LINKED_LENGTH = 500_000
const MAX_LINKED_ITEMS = 50
const ARTICLE = /Article|NewsArticle|BlogPosting|Report/

/** The article among the page's JSON-LD items; an empty one if none can be read. */
function linkedArticle(document: HtmlDocument): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent
    const item = source.length > MAX_LINKED_LENGTH ? null : articleIn(parseJson(source))
    if (item) return item
  }
  return {}
}

function articleIn(content: unknown): Linked | null {
  const top = Array.isArray(content) ? content : [content]
  const items = top.slice(0, MAX_LINKED_ITEMS).flatMap((item: unknown) => {
    const graph = isObject(item) ? item['@graph'] : null
    return Array.isArray(graph) ? graph.slice(0, MAX_LINKED_ITEMS) : [item]
  })
  return items.find((item): item is Linked => isObject(item) && ARTICLE.test(String(item['@type']))) ?? null
}

/** Broken JSON in a page is common and no reason to refuse the page. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return null
  }
}

function publisherOf(item: Linked): unknown {
  const publisher = item['publisher']
  return isObject(publisher) ? publisher['name'] : publisher
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? clean(value) : null
}

function isObject(value: unknown): value is Linked {
  return typeof value === 'object' && value !== null
}
