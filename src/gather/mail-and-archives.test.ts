import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReadStream } from 'node:fs'
import { WARCRecord, WARCSerializer } from 'warcio'
import { afterAll, describe, expect, it } from 'vitest'
import { readMail, readWebArchive } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'truceline-gather-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const MESSAGE = [
  'From: Press Office <press@ministry.example>',
  'Subject: =?utf-8?q?Patrol_on_the_M4?=',
  'Date: Mon, 16 Mar 2020 10:00:00 +0300',
  'Message-ID: <1@ministry.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The patrol was cut short.',
  '>From there it went home.',
  '',
].join('\r\n')

describe('mail', () => {
  it('becomes a page with title, sender and day, and never the address of a person', async () => {
    const [page] = await all(readMail(Buffer.from(MESSAGE), 'a.eml'))
    expect(page).toMatchObject({
      ok: true,
      value: { title: 'Patrol on the M4', outlet: 'Press Office', published: '2020-03-16T07:00:00.000Z', html: null },
    })
    expect(JSON.stringify(page)).not.toContain('press@')
  })

  it('is cut out of a mailbox, quoted lines restored', async () => {
    const mailbox = `From a@b Mon Mar 16 10:00:00 2020\n${MESSAGE}\nFrom c@d Mon Mar 16 11:00:00 2020\n${MESSAGE.replace('Patrol', 'Talks')}`
    const pages = await all(readMail(Buffer.from(mailbox), 'a.mbox'))
    expect(pages.map((page) => page.ok && page.value.title)).toEqual(['Patrol on the M4', 'Talks on the M4'])
    expect(pages[0]?.ok && pages[0].value.text).toContain('\nFrom there it went home.')
  })

  it('without words is refused with its code', async () => {
    expect(await all(readMail(Buffer.from(''), 'a.eml'))).toMatchObject([
      { ok: false, failure: { code: 'mail-malformed' } },
    ])
  })
})

describe('a web archive', () => {
  async function* once(text: string) {
    yield await Promise.resolve(new TextEncoder().encode(text))
  }

  async function writeWarc(path: string): Promise<void> {
    const records = [
      ['https://line.example/a', 200, 'text/html; charset=utf-8', '<p>The patrol was held.</p>'],
      ['https://line.example/b.png', 200, 'image/png', 'not a page'],
      ['https://line.example/c', 404, 'text/html', 'gone'],
    ] as const
    const parts = await Promise.all(
      records.map(([url, status, type, body]) => {
        const record = WARCRecord.create(
          {
            url,
            type: 'response',
            date: '2020-03-16T09:00:00Z',
            httpHeaders: { 'Content-Type': type },
            statusline: `HTTP/1.1 ${status} OK`,
          },
          once(body),
        )
        return WARCSerializer.serialize(record, { gzip: true })
      }),
    )
    writeFileSync(path, Buffer.concat(parts))
  }

  it('gives its pages with address, type and the moment they were fetched', async () => {
    const path = join(folder, 'a.warc.gz')
    await writeWarc(path)
    const pages = await all(readWebArchive(path, () => createReadStream(path)))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatchObject({
      ok: true,
      value: { url: 'https://line.example/a', fetched: '2020-03-16T09:00:00Z' },
    })
    expect(pages[0]?.ok && Buffer.from(pages[0].value.bytes).toString()).toBe('<p>The patrol was held.</p>')
  })

  it('that is damaged ends with a refusal', async () => {
    const path = join(folder, 'b.wacz')
    writeFileSync(path, 'no zip')
    expect(await all(readWebArchive(path, () => createReadStream(path)))).toMatchObject([
      { ok: false, failure: { code: 'archive-malformed' } },
    ])
  })
})
