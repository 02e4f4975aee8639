import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCosignature, nameWitness, requestCosignature } from '../src/compose/case/index.ts'
import {
  cosignCheckpoint,
  createSignerKey,
  formatVerifierKey,
  parseWitnessRequest,
  verifierOf,
  type SignerKey,
} from '../src/ledger/notes/index.ts'
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

  it('says to whoever comes by a link that is over where a new one is had', async () => {
    const context = await workbench.browser.newContext({ baseURL: workbench.origin })
    const page = await context.newPage()
    await page.goto('/api/auth/magic-link/verify?token=used&callbackURL=%2F')
    await page.getByText('This link has been used, or is too old.').waitFor()
    await context.close()
  })

  it('shows the record as it was known, says so, and leads back to today', async () => {
    const { context, page, complaints } = await workbench.visit('rita')
    await page.goto('/incidents')
    const now = await page.locator('#list').textContent()
    await page.locator('form[role=search] summary').click()
    await page.locator('input[name=asOf]').fill('2020-03-16')
    await page.locator('select[name=basis]').selectOption('published')
    await page.locator('form[role=search] button.first').click()
    await page.getByText('As known at the end of 16 March 2020.').waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-03-16')
    const then = await page.locator('#list').textContent()
    expect(Number.parseInt(then ?? '', 10)).toBeLessThan(Number.parseInt(now ?? '', 10))
    expect(Number.parseInt(then ?? '', 10)).toBeGreaterThan(0)
    await page.locator('.incident a', { hasText: 'Shelling' }).first().click()
    await page.waitForURL(/\/incidents\/\w+\?asOf=2020-03-16&basis=published/)
    await page.getByText('As known at the end of 16 March 2020.').waitFor()
    await page.locator('section[aria-labelledby=findings] a', { hasText: 'Clause' }).first().click()
    await page.waitForURL(/\/agreement\/\w+\?asOf=2020-03-16/)
    await page.locator('a', { hasText: 'As it stands now' }).click()
    await page.waitForURL(/\/agreement\/\w+$/)
    expect(await page.locator('.known').count()).toBe(0)
    await page.goto('/incidents?asOf=2020-03-16')
    await page.getByText('What the log held by then').waitFor()
    await page.getByText('0 incidents').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  it('drafts a bulletin, looks at it, publishes just that one, and verifies it in the browser', async () => {
    const { context, page, complaints } = await workbench.visit('boris')
    await page.goto('/bulletins')
    await page.locator('input[name=day]').fill('2020-03-16')
    await page.locator('button', { hasText: 'Draft' }).click()
    await page.waitForURL(/\/bulletins\/draft\?day=2020-03-16/)
    await page.getByText('A draft, not published').waitFor()
    const figure = page.locator('.figures details').first()
    await figure.locator('summary').click()
    await figure.locator('a').first().click()
    const told = page.locator(`article:target`)
    await told.waitFor()
    await page.locator('input[name=pdf]').uncheck()
    await page.locator('button', { hasText: 'Publish bulletin 2020-03-16' }).click()
    await page.waitForURL(/\/bulletins\/2020-03-16$/)
    await page.getByText('all are what was published').waitFor()
    await page.locator('a', { hasText: 'Verify it in this browser' }).click()
    await page.getByText(/All \d+ files are what was published\./).waitFor()
    await page.goBack()
    await page.goto('/bulletins')
    await page.locator('h3 a', { hasText: '2020-03-16' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
    const rita = await workbench.visit('rita')
    await rita.page.goto('/bulletins/2020-03-16')
    await rita.page.getByText('How the agreement holds').waitFor()
    expect((await rita.page.goto('/bulletins/draft?day=2020-03-16'))?.status()).toBe(403)
    await rita.context.close()
  }, 120_000)

  it('reads the whole log on demand, shows who cosigned how much, and names the entry that was changed', async () => {
    const { desk } = workbench.serving.platform
    const witness = createSignerKey('witness.example/ru', 'witness', new Uint8Array(32).fill(9))
    const verifier = formatVerifierKey(verifierOf(witness))
    await nameWitness(desk.open, desk.tools, 'chair', { side: 'ru', verifier, reason: 'letter of 6 March' })
    const { context, page, complaints } = await workbench.visit('boris')
    await page.goto('/ledger')
    await page.getByText('has cosigned nothing yet').waitFor()
    const size = await cosign(workbench, witness)
    await page.goto('/ledger')
    await page.getByText(`cosigned ${size} of ${size} entries`).waitFor()
    await page.locator('button', { hasText: 'Check the whole log' }).click()
    await page.getByText(`All ${size} entries verify`).waitFor()
    await desk.open.store.run(`update entry set recorded_by = recorded_by || 'x' where index = 2`)
    await page.locator('button', { hasText: 'Check the whole log' }).click()
    await page.getByText('1 thing does not verify.').waitFor()
    await page.locator('section[aria-labelledby=audit] a', { hasText: 'entry 2' }).waitFor()
    await desk.open.store.run(`update entry set recorded_by = rtrim(recorded_by, 'x') where index = 2`)
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)
})

/** Cosigns the last checkpoint, as a side's own machine does. */
async function cosign({ serving }: Workbench, witness: SignerKey): Promise<number> {
  const { open } = serving.platform.desk
  const asked = await requestCosignature(open, 0)
  const request = asked.ok ? parseWitnessRequest(asked.value) : asked
  if (!request.ok) throw new Error(request.failure.message)
  const log = { origin: open.key.name, keys: [verifierOf(open.key)], latest: null }
  const signed = cosignCheckpoint(log, request.value, witness, 1_584_380_700)
  if (!signed.ok) throw new Error(signed.failure.message)
  const added = await addCosignature(open, signed.value.note)
  if (!added.ok) throw new Error(added.failure.message)
  return added.value.size
}
