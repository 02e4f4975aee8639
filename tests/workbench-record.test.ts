import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printTable, ucdpRow } from '../src/import/tables.fixture.ts'
import { HAS_BROWSER, openWorkbench, type Workbench } from './workbench/workbench.ts'

const needed = process.env['TRUCELINE_REQUIRE_ALL'] === '1'
if (!HAS_BROWSER && !needed) console.warn('skipped: needs chromium (npm run setup:ci)')

/** What a shift seldom does: tables of others taken in, the record as it was known, bulletins published, the whole log read. */
describe.skipIf(!HAS_BROWSER && !needed)('the record in the workbench', () => {
  let workbench: Workbench
  beforeAll(async () => {
    workbench = await openWorkbench()
  }, 240_000)
  afterAll(() => workbench?.close(), 30_000)

  for (const javaScriptEnabled of [true, false]) {
    it(`takes in a table after a look at its rows, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const { context, page, complaints } = await workbench.visit('amina', { javaScriptEnabled })
      const id = javaScriptEnabled ? '900100' : '900200'
      const table = printTable([ucdpRow({ id }), ucdpRow({ id: `${id}1`, date_start: 'soon' })])
      const file = { name: 'ged.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
      await page.goto('/reports')
      await page.locator('a', { hasText: 'Take in a table' }).click()
      await page.waitForURL('**/reports/tables')
      await page.locator('input[name=file]').setInputFiles(file)
      await page.locator('button', { hasText: 'Look at it' }).click()
      await page.getByText('Nothing has been written yet.').waitFor()
      await page.locator('td', { hasText: 'soon' }).waitFor()
      await page.locator('td code', { hasText: 'date-unreadable' }).waitFor()
      // without script the page comes anew, and a browser chooses no file for anybody
      if (!javaScriptEnabled) await page.locator('input[name=file]').setInputFiles(file)
      await page.locator('button', { hasText: 'Take in 1 row' }).click()
      await page.getByText('1 row taken in.').waitFor()
      expect(complaints).toEqual([])
      await context.close()
    }, 120_000)
  }
})
