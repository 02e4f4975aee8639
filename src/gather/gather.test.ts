import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterEach, describe, expect, it } from 'vitest'
import { createFetcher, isFeed, parseFeed, readArchive, type FetchLimits } from './index.ts'
import { createPace } from './pace.ts'
import { isPublicAddress } from './public-address.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'no address',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a fetcher', () => {
  it('gives the page, unpacked, with its kind and last address', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/old') return response.writeHead(301, { location: '/new' }).end()
      return response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync('<p>Patrol held</p>'))
    })
    const page = await fetcher()(`${base}/old`)
    expect(page.ok && [page.value.url, page.value.mediaType, Buffer.from(page.value.bytes).toString()]).toEqual([
      `${base}/new`,
      'text/html',
      '<p>Patrol held</p>',
    ])
  })

  it.each([
    'http://127.0.0.1:9/',
    'http://[::1]:9/',
    'http://localhost:9/',
    'http://0x7f.1:9/',
    'http://2130706433:9/',
  ])('refuses %s', async (url) => {
    expect(codeOf(await createFetcher({ gapMilliseconds: 0 })(url))).toBe('address-private')
  })

  it('refuses a redirect that leads to a private address', async () => {
    const base = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end())
    const fetch = fetcher({ allowAddress: (address) => address === '127.0.0.1' })
    expect(codeOf(await fetch(base))).toBe('address-private')
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'https://user:word@example.org/', 'example.org'])(
    'does not take %s for an address',
    async (url) => {
      expect(codeOf(await fetcher()(url))).toBe('address-malformed')
    },
  )

  it('stops at its limits of size, time and redirects, and says what the server refused', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000))
    const base = await serve((request, response) => {
      if (request.url === '/bomb') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
      if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
      if (request.url === '/gone') return response.writeHead(410).end()
      if (request.url === '/cut')
        return response.writeHead(200, { 'content-length': '9' }).end('cut', () => response.destroy())
      return response.writeHead(200).write('…')
    })
    const fetch = fetcher({ maxBytes: 100_000, maxMilliseconds: 300 })
    expect(codeOf(await fetch(`${base}/bomb`))).toBe('fetch-too-large')
    expect(codeOf(await fetch(`${base}/loop`))).toBe('fetch-redirects')
    expect(codeOf(await fetch(`${base}/gone`))).toBe('fetch-refused')
    expect(codeOf(await fetch(`${base}/cut`))).toBe('fetch-failed')
    expect(codeOf(await fetch(`${base}/slow`))).toBe('fetch-too-slow')
    expect(codeOf(await fetch('http://no-such-host.invalid/'))).toBe('address-unresolved')
  })
})

describe('a pace', () => {
  it('gives each host its own turns, a gap apart', async () => {
    const slept: number[] = []
    const pace = createPace(
      1000,
      () => 0,
      (milliseconds) => Promise.resolve(slept.push(milliseconds)),
    )
    for (const host of ['a', 'a', 'b', 'a']) await pace.turn(host)
    expect(slept).toEqual([1000, 2000])
  })
})

describe('a feed', () => {
  it('is read as RSS', () => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Line News</title><link>https://line.example/</link>
      <item><title>Convoy &amp; patrol</title><link>/a/1</link><pubDate>Mon, 16 Mar 2020 10:00:00 +0200</pubDate></item>
      <item><title>No link</title></item></channel></rss>`
    expect(parseFeed(rss, null)).toEqual({
      ok: true,
      value: {
        title: 'Line News',
        items: [
          {
            url: 'https://line.example/a/1',
            title: 'Convoy & patrol',
            published: '2020-03-16T08:00:00.000Z',
            content: null,
          },
        ],
      },
    })
  })

  it('is read as Atom', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Line</title><entry><title>One</title>
      <link href="https://line.example/1"/><updated>2020-03-16T10:00:00Z</updated></entry></feed>`
    const feed = parseFeed(atom, 'https://line.example/feed')
    expect(feed.ok && feed.value.items.map(({ url }) => url)).toEqual(['https://line.example/1'])
  })

  it('is not made out of a page', () => {
    expect(isFeed('<html><body>rss</body></html>')).toBe(false)
    expect(codeOf(parseFeed('<html>', 'u'))).toBe('feed-malformed')
  })
})

describe('an archive', () => {
  it('gives its files one after the other, and refuses one that is too large', async () => {
    const path = await tarOf({ 'a/one.html': '<p>one</p>', 'two.txt': 'x'.repeat(100) }, 'pages.tar.gz')
    const members = await collect(readArchive(path, { maxMemberBytes: 50 }))
    expect(
      members.map(({ name, bytes }) => [name, bytes.ok ? Buffer.from(bytes.value).toString() : bytes.failure.code]),
    ).toEqual([
      ['a/one.html', '<p>one</p>'],
      ['two.txt', 'archive-too-large'],
    ])
  })

  it('ends at its limit whatever the archive says', async () => {
    const path = await tarOf({ a: 'x'.repeat(600), b: 'x'.repeat(600), c: 'x' }, 'big.tar')
    const members = await collect(readArchive(path, { maxBytes: 1000 }))
    expect(members.map(({ bytes }) => codeOf(bytes))).toEqual([null, 'archive-too-large'])
  })

  it.each(['broken.zip', 'broken.tar.gz', 'missing.tar'])('that is damaged ends with a refusal: %s', async (name) => {
    const path = join(folder(), name)
    if (!name.startsWith('missing')) writeFileSync(path, 'PK\u0003\u0004 not really')
    expect((await collect(readArchive(path))).map(({ bytes }) => codeOf(bytes))).toEqual(['archive-malformed'])
  })
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function fetcher(limits: FetchLimits = {}) {
  return createFetcher({ gapMilliseconds: 0, allowAddress: (address) => address === '127.0.0.1', ...limits })
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'truceline-gather-'))
  closing.push(() => rmSync(path, { recursive: true }))
  return path
}

async function tarOf(files: { readonly [name: string]: string }, name: string): Promise<string> {
  const tar = pack()
  for (const [file, text] of Object.entries(files)) tar.entry({ name: file }, text)
  tar.finalize()
  const bytes = Buffer.concat(await collect(tar as AsyncIterable<Buffer>))
  const path = join(folder(), name)
  writeFileSync(path, name.endsWith('gz') ? gzipSync(bytes) : bytes)
  return path
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

function codeOf(result: { ok: true } | { ok: false; failure: { code: string } }): string | null {
  return result.ok ? null : result.failure.code
}
