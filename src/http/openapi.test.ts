import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from './testing.ts'

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json')

let test: TestApi

beforeAll(async () => {
  test = await createTestApi()
}, 120_000)
afterAll(() => test?.close())

describe('the API’s document', () => {
  it('is docs/openapi.json, drawn anew by UPDATE=1', async () => {
    const drawn = `${JSON.stringify(await served(), null, 2)}\n`
    if (process.env['UPDATE']) writeFileSync(FILE, drawn)
    expect(readFileSync(FILE, 'utf8')).toBe(drawn)
  })

  it('is OpenAPI 3.1 with who may do each operation', async () => {
    const document = (await served()) as { openapi: string; paths: Record<string, Record<string, object>> }
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/api/incidents']?.['get']).toMatchObject({
      operationId: 'list-incidents',
      'x-permission': { scope: 'read' },
    })
  })

  it('is shown as a page without script, which asks nothing of other servers', async () => {
    const response = await test.ask('nobody', 'GET', '/api/reference')
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(page).toContain('/api/incidents/{id}/steps')
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!json)/)
  })
})

async function served(): Promise<unknown> {
  return (await test.ask('nobody', 'GET', '/api/openapi.json')).json()
}
