import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourcePage } from './ingest-pages.ts'
import { createFetcher } from '../../gather/index.ts'
import { pagesAt } from './pages-at.ts'

const server = createServer((request, response) => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (request.url === '/feed') {
    response.setHeader('content-type', 'application/rss+xml')
    const items = ['page', 'gone'].map((name) => `<item><title>${name}</title><link>${base}/${name}</link></item>`)
    response.end(`<rss version="2.0"><channel><title>Feed</title>${items.join('')}</channel></rss>`)
  } else if (request.url === '/page') response.end('<p>The army shelled the town, the council said.</p>')
  else {
    response.statusCode = 404
    response.end('none')
  }
})

async function collect(url: string, allow: boolean): Promise<SourcePage[]> {
  const fetchPage = createFetcher({ gapMilliseconds: 0, ...(allow && { allowAddress: () => true }) })
  const pages: SourcePage[] = []
  for await (const page of pagesAt(url, fetchPage)) pages.push(page)
  return pages
}

describe('pagesAt', () => {
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

  it('fetches the items of a feed, and hands on what cannot be had', async () => {
    const pages = await collect(at('/feed'), true)
    expect(pages.map(({ from, title, failure }) => [from, title, failure?.code])).toEqual([
      [at('/page'), 'page', undefined],
      [at('/gone'), undefined, 'fetch-refused'],
    ])
  })

  it('gives a page the same id as its file would have', async () => {
    const [page] = await collect(at('/page'), true)
    expect(page?.id).toMatch(/^[0-9a-f]{32}$/)
    expect(page?.url).toBe(at('/page'))
  })

  it('refuses addresses of this machine unless told otherwise', async () => {
    expect((await collect(at('/page'), false))[0]?.failure?.code).toBe('address-private')
  })
})
