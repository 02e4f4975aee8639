import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportBundle } from '../src/compose/case/index.ts'
import { DEFAULT_CASE } from '../src/compose/index.ts'
import { formatVerifierKey } from '../src/ledger/notes/index.ts'
import { drivePoints, gpxFile, START_SECONDS } from '../src/plan/drive/gpx.fixture.ts'
import { parseRoads } from '../src/plan/index.ts'
import { publish, PUBLICATION_KEYS } from './publication.fixture.ts'
import { keyboard, mouse, type Hands } from './workbench/hands.ts'
import { HAS_BROWSER, openWorkbench, type Visit, type Workbench } from './workbench/workbench.ts'

const WEB = join(import.meta.dirname, '..', 'web')
const SCREENSHOTS = join(WEB, 'screenshots')
const PAGE = readFileSync(join(import.meta.dirname, 'fixtures', 'seed-page.txt'), 'utf8')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every page of the workbench; those of one thing are added once they are known. */
const PAGES = [
  '/',
  '/reports',
  '/reports/tables',
  '/incidents',
  '/incidents?asOf=2020-03-16&basis=published',
  '/agreement',
  '/agreement?asOf=2020-03-16&basis=published',
  '/agreement/c1',
  '/agreement/findings?outcome=breach',
  '/agreement/sides?side=ru&stance=reported',
  '/patrols',
  '/patrols/2020-03-15-m4',
  '/patrols/2020-03-15-m4/drive',
  '/patrols/plan?road=m4&from=110.9&to=41.7&at=2020-03-15T09:00&asOf=2020-03-15',
  '/bulletins',
  '/bulletins/draft?day=2020-03-16',
  '/bulletins/verify',
  '/ledger',
  '/ledger/3',
  '/account',
]

const needed = process.env['TRUCELINE_REQUIRE_ALL'] === '1'
/** Screenshots take a minute; they are drawn where everything is asked for, and on demand. */
const DRAWS = needed || process.env['SCREENSHOTS'] === '1'
if (!HAS_BROWSER && !needed) console.warn('skipped: needs chromium (npm run setup:ci)')

describe.skipIf(!HAS_BROWSER && !needed)('the workbench', () => {
  let workbench: Workbench
  beforeAll(async () => {
    workbench = await openWorkbench()
  }, 240_000)
  afterAll(() => workbench?.close(), 30_000)

  it('goes from a page to a verified incident, its finding and a signed patrol, each step proved, by keyboard alone', async () => {
    await followThePath(workbench, keyboard, 'keyboard', '2020-09-20')
  }, 300_000)

  it('goes the same way with the mouse, from a file that is dropped', async () => {
    await followThePath(workbench, mouse, 'mouse', '2020-09-27')
  }, 300_000)

  it('has no violation of accessibility on any page, by day and by night', async () => {
    const violations: string[] = []
    const { context, page, complaints } = await workbench.visit('boris')
    const paths = [...PAGES, ...(await somePages(page))]
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const path of paths) violations.push(...(await violationsOn(page, path)))
    }
    await context.close()
    expect(violations).toEqual([])
    expect(complaints).toEqual([])
  }, 600_000)

  it.skipIf(!DRAWS)(
    'is nowhere wider than its screen, and is drawn page by page at every width',
    async () => {
      mkdirSync(SCREENSHOTS, { recursive: true })
      const { context, page } = await workbench.visit('boris')
      const paths = [...PAGES, ...(await somePages(page))]
      for (const width of [390, 1280, 1920]) {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 1080 })
        for (const path of paths) {
          await open(page, path)
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          expect(over, `${path} at ${width} px`).toBeLessThanOrEqual(0)
          await page.screenshot({ path: join(SCREENSHOTS, `${nameOf(path)}-${width}.png`), fullPage: true })
        }
      }
      await context.close()
    },
    600_000,
  )

  it('checks a bundle in the browser, and sees one changed letter', async () => {
    const { context, page, complaints } = await workbench.visit('rita')
    const bundle = await exportBundle(workbench.serving.platform.desk.open, { entries: [0, 1, 2] })
    if (!bundle.ok) throw new Error(bundle.failure.message)
    await page.goto('/bulletins/verify')
    await page.locator('textarea').first().fill(bundle.value.text)
    await page.locator('button.first').click()
    await page.getByText('All 3 entries verify.').waitFor()
    await page.locator('textarea').first().fill(bundle.value.text.replace('"by":"', '"by":"x'))
    await page.locator('button.first').click()
    await page.locator('.note.problem').first().waitFor()
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  it('checks a published bulletin with its files in the browser, and names the page that was changed', async () => {
    const { context, page, complaints } = await workbench.visit('rita')
    const files = [...(await publish())]
    await page.goto('/bulletins/verify')
    await page.locator('input[type=file]').setInputFiles(files.map(([name, bytes]) => uploadOf(name, bytes)))
    await page.locator('textarea').nth(1).fill(PUBLICATION_KEYS.map(formatVerifierKey).join('\n'))
    await page.locator('button.first').click()
    await page.getByText(`All ${files.length - 2} files are what was published.`).waitFor()
    const swapped = files.map(([name, bytes]) =>
      uploadOf(name, name === 'index.html' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes),
    )
    await page.locator('input[type=file]').setInputFiles(swapped)
    await page.locator('button.first').click()
    await page.getByText('1 thing does not verify.').waitFor()
    await page.locator('.rows').getByText('index.html').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  it('ships under 120 KB of script a page before the map', async () => {
    const { context, page } = await workbench.visit('boris')
    for (const path of PAGES) {
      await open(page, path)
      const scripts: readonly string[] = await page.evaluate(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => name.endsWith('.js'))`,
      )
      const before = scripts.filter((file) => !isOfTheMap(file))
      const bytes = before.reduce((sum, file) => sum + statSync(join(WEB, 'build', 'client', `${file}.gz`)).size, 0)
      expect(bytes, path).toBeLessThan(120 * 1024)
      expect(bytes, path).toBeGreaterThan(10 * 1024)
    }
    await context.close()
  }, 120_000)

  it('shows what it shows without script', async () => {
    const { context, page } = await workbench.visit('amina', { javaScriptEnabled: false })
    await page.goto('/incidents?act=attack-on-patrol')
    await expectText(page, 'main', 'without place')
    await page.goto('/reports')
    await page
      .locator('textarea[name=text]')
      .fill('Shelling hit Nayrab on 3 May 2020, the Syrian Observatory for Human Rights said.')
    await page.locator('form button.first').click()
    await expectText(page, 'main', 'shelling')
    await context.close()
  }, 120_000)

  it('lays a track on the road, and records it as the account of a side', async () => {
    const { context, page, complaints } = await workbench.visit('leyla')
    const hands = keyboard(page)
    await page.goto('/patrols/2020-03-15-m4')
    await hands.press(page.locator('a', { hasText: 'Bring a track' }))
    await page.waitForURL(/\/drive$/)
    await page.locator('input[type=file]').setInputFiles(uploadOf('notes.gpx', Buffer.from('no track')))
    await hands.press(page.locator('button', { hasText: 'See how it lies' }))
    await page.locator('.note.problem code', { hasText: 'gpx-foreign' }).waitFor()
    await page.locator('input[type=file]').setInputFiles(uploadOf('track.gpx', trackOfDay()))
    await hands.press(page.locator('button', { hasText: 'See how it lies' }))
    const facts = page.locator('section[aria-labelledby=lies]')
    await facts.getByText('11.9 km of the road').waitFor()
    await facts.getByText('at km 99.0, and came back to km 110.9').waitFor()
    const first = facts.locator('time').first()
    expect(await first.textContent()).toBe('15 March 2020, 09:00')
    expect(await first.getAttribute('title')).toBe('15 March 2020, 07:00 UTC')
    expect(await violationsHere(page)).toEqual([])
    await hands.write(page.locator('textarea[name=says]'), 'Turned where the road was blocked.')
    await hands.press(page.locator('button', { hasText: 'Record the account' }))
    await page.waitForURL(/\/patrols\/2020-03-15-m4$/)
    await page.locator('article', { hasText: 'Turned where the road was blocked.' }).getByText('99.0').waitFor()
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([])
    await context.close()
  }, 120_000)

  it('does the same without script, and shows those who only read no way there', async () => {
    const { context, page } = await workbench.visit('ivan', { javaScriptEnabled: false })
    await page.goto('/patrols/2020-03-15-m4/drive')
    const track = uploadOf('track.gpx', trackOfDay())
    await page.locator('input[type=file]').setInputFiles(track)
    await page.locator('button', { hasText: 'See how it lies' }).click()
    await expectText(page, 'main', '11.9 km of the road')
    await page.locator('input[type=file]').setInputFiles(track)
    await page.locator('textarea[name=says]').fill('Driven to kilometre 99.')
    await page.locator('button', { hasText: 'Record the account' }).click()
    await expectText(page, 'main', 'Driven to kilometre 99.')
    await context.close()
    const rita = await workbench.visit('rita')
    expect((await rita.page.goto('/patrols/2020-03-15-m4/drive'))?.status()).toBe(403)
    await rita.page.goto('/patrols/2020-03-15-m4')
    expect(await rita.page.locator('a[href$="/drive"]').count()).toBe(0)
    await rita.context.close()
  }, 120_000)

  it('shows a reader neither reports nor entries, and offers no step', async () => {
    const { context, page } = await workbench.visit('rita')
    const refused = await page.goto('/reports')
    expect(refused?.status()).toBe(403)
    await page.goto('/incidents')
    await page.locator('.incident a').first().click()
    await page.locator('h1').waitFor()
    expect(await page.locator('form[action="?/step"]').count()).toBe(0)
    await context.close()
  }, 120_000)
})

/** The whole path of a shift, from a page that comes in to a patrol that both sides have signed. */
async function followThePath(
  workbench: Workbench,
  handsOf: (page: Visit['page']) => Hands,
  name: 'keyboard' | 'mouse',
  day: string,
): Promise<void> {
  const amina = await workbench.visit('amina')
  const hands = handsOf(amina.page)
  const { page } = amina
  const entries: string[] = []

  await page.goto('/reports')
  if (name === 'mouse') {
    const text = `${PAGE}\n\nSeen a second time.`
    await page.setInputFiles('input[type=file]', {
      name: 'page.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })
  } else {
    await hands.write(page.locator('textarea[name=text]'), PAGE)
  }
  await hands.press(page.locator('form[enctype] summary'))
  await hands.date(page.locator('form[enctype] input[name=published]'), '2020-03-15')
  await hands.press(page.locator('form[enctype] button.first'))
  await page.waitForURL(/\/reports\/\w+$/)
  expect(await page.locator('article[data-claim]').count()).toBe(13)

  const shortened = page.locator('article', { hasText: 'cut short due to militant provocations' })
  await reviewByKey(page, shortened, hands, name)
  await page.locator('#claim-9 .tag', { hasText: 'confirmed' }).waitFor()
  const claimed = page.locator('article[data-claim="2"]')
  await hands.press(claimed.locator('summary', { hasText: 'Amend' }))
  await hands.choose(claimed.locator('select[name=modality]'), 'planned')
  await hands.write(claimed.locator('form:has(select) input[name=reason]'), 'told as what is to come')
  await hands.press(claimed.locator('button', { hasText: 'Record the amendment' }))
  await page.locator('#claim-2 .tag', { hasText: 'amended' }).waitFor()
  for (const link of await page.locator('article a', { hasText: /^entry \d+$/ }).all()) {
    entries.push((await link.getAttribute('href')) ?? '')
  }
  expect(entries.length).toBeGreaterThanOrEqual(2)

  const incidentLink = page.locator(`#claim-${name === 'mouse' ? 8 : 9} a`, { hasText: 'The incident' })
  await hands.press(incidentLink)
  await page.waitForURL(/\/incidents\/\w+$/)
  const incident = new URL(page.url()).pathname
  await takeStep(page, hands, 'under-verification', 'two origins tell of it')
  await takeStep(page, hands, 'verified', 'both sides tell of it')
  await page.locator('.note.second').waitFor()

  const boris = await workbench.visit('boris')
  const others = handsOf(boris.page)
  await boris.page.goto('/')
  await others.press(boris.page.locator(`a[href="${incident}"]`).first())
  await boris.page.waitForURL(new RegExp(incident))
  await takeStep(boris.page, others, 'verified', 'I looked at the same pages')
  await boris.page.locator('.standing', { hasText: 'verified' }).first().waitFor()
  await boris.page.locator('.note.second').waitFor({ state: 'detached' })
  const steps = boris.page.locator('section[aria-labelledby=history] a', { hasText: /^entry \d+$/ })
  for (const link of await steps.all()) entries.push((await link.getAttribute('href')) ?? '')

  await others.press(boris.page.locator('section[aria-labelledby=findings] a', { hasText: 'Clause' }).first())
  await boris.page.waitForURL(/\/agreement\/\w+/)
  await boris.page
    .locator('main')
    .getByText(/finding/)
    .first()
    .waitFor()

  const patrol = await planThePatrol(page, hands, day)
  for (const liaison of ['leyla', 'ivan'] as const) {
    const visit = await workbench.visit(liaison)
    const side = handsOf(visit.page)
    await visit.page.goto(patrol)
    await side.write(visit.page.locator('form[action="?/consent"] input[name=reason]'), 'agreed')
    await side.press(visit.page.locator('form[action="?/consent"] button.first'))
    await visit.page.locator('form[action="?/consent"]').waitFor({ state: 'detached' })
    expect(visit.complaints).toEqual([])
    await visit.context.close()
  }
  await page.goto(patrol)
  await page.locator('.tag', { hasText: 'in force' }).waitFor()

  await page.goto('/ledger')
  const latest = await page.locator('.entry > a').first().getAttribute('href')
  for (const entry of new Set([...entries, latest ?? ''])) {
    await page.goto(entry)
    await page.locator('.note.done', { hasText: 'stands in the log' }).waitFor()
    await hands.press(page.locator('button', { hasText: 'Check again' }))
    await page.getByText('Checked here: it holds.').waitFor()
  }
  expect(amina.complaints).toEqual([])
  expect(boris.complaints).toEqual([])
  await amina.context.close()
  await boris.context.close()
}

/** Confirms a claim: by its key where the keyboard works, by its button else. */
async function reviewByKey(
  page: Visit['page'],
  article: ReturnType<Visit['page']['locator']>,
  hands: Hands,
  name: string,
) {
  if (name === 'mouse') return hands.press(article.locator('button', { hasText: 'Confirm' }))
  const index = Number(await article.getAttribute('data-claim'))
  await article.waitFor()
  // tab to the first claim, then by j to the one that is meant, then c
  const first = page.locator('article[data-claim="0"]')
  for (let stop = 0; stop < 400; stop++) {
    if (await first.evaluate((element) => element === element.ownerDocument.activeElement)) break
    await page.keyboard.press('Tab')
  }
  for (let claim = 0; claim < index; claim++) await page.keyboard.press('j')
  await page.keyboard.press('c')
}

async function takeStep(page: Visit['page'], hands: Hands, to: string, reason: string): Promise<void> {
  const form = page.locator('form[action="?/step"]').first()
  const choice = form.locator(`input[name=to][value="${to}"]`)
  await choice.waitFor()
  if (!(await choice.isChecked())) await chooseRadio(page, hands, form, to)
  await hands.write(form.locator('textarea[name=reason]'), reason)
  await hands.press(form.locator('button'))
  await page.locator('q', { hasText: reason }).first().waitFor()
}

/** Radio buttons are one stop: the arrows go from one to the next. */
async function chooseRadio(page: Visit['page'], hands: Hands, form: ReturnType<Visit['page']['locator']>, to: string) {
  const choice = form.locator(`input[name=to][value="${to}"]`)
  if (hands.name === 'mouse') return choice.check()
  await hands.press(form.locator('input[name=to]').first())
  for (let step = 0; step < 8 && !(await choice.isChecked()); step++) await page.keyboard.press('ArrowDown')
}

async function planThePatrol(page: Visit['page'], hands: Hands, day: string): Promise<string> {
  await page.goto('/patrols', { waitUntil: 'networkidle' })
  await hands.date(page.locator('input[name=at]'), `${day}T09:00`)
  await hands.press(page.locator('form[action="/patrols/plan"] button.first'))
  await page.waitForURL(/\/patrols\/plan/)
  const proposal = page.locator('article.chosen')
  await hands.press(proposal.locator('summary'))
  await hands.press(proposal.locator('button', { hasText: 'Record' }))
  await page.waitForURL(/\/patrols\/\d{4}-/)
  return new URL(page.url()).pathname
}

async function somePages(page: Visit['page']): Promise<readonly string[]> {
  await page.goto('/reports')
  const report = await page.locator('a.title').first().getAttribute('href')
  await page.goto('/incidents')
  const incident = await page.locator('.incident a').first().getAttribute('href')
  return [report ?? '', incident ?? '']
}

async function violationsOn(page: Visit['page'], path: string): Promise<readonly string[]> {
  await open(page, path)
  return violationsHere(page, path)
}

async function violationsHere(page: Visit['page'], path = page.url()): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const result: { violations: { id: string; nodes: { target: string[] }[] }[] } = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${path}: ${id} at ${target.join(' ')}`),
  )
}

/** Opens a page and waits for its map where it has one. */
async function open(page: Visit['page'], path: string): Promise<void> {
  await page.goto(path)
  const map = page.locator('[data-ready]')
  if ((await map.count()) > 0) await page.locator('[data-ready=true]').first().waitFor({ timeout: 60_000 })
}

async function expectText(page: Visit['page'], selector: string, words: string): Promise<void> {
  await page.locator(selector).getByText(words).first().waitFor()
}

/** The map and what it alone brings: the largest of scripts, loaded apart after the page. */
function isOfTheMap(file: string): boolean {
  const path = join(WEB, 'build', 'client', file)
  return existsSync(path) && /maplibre/i.test(readFileSync(path, 'utf8'))
}

function nameOf(path: string): string {
  return (
    path
      .replaceAll(/[^a-z0-9]+/gi, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'desk'
  )
}

/** The track of a drive along the M4 to kilometre 99 and back. */
function trackOfDay(): Buffer {
  const roads: unknown = JSON.parse(readFileSync(join(DEFAULT_CASE, 'roads.geojson'), 'utf8'))
  const m4 = parseRoads(roads)[0] ?? expect.fail('no road')
  const back = drivePoints(m4, 99, 110.9, 400, START_SECONDS + 3000)
  return Buffer.from(gpxFile([...drivePoints(m4, 110.9, 99, 400), ...back]))
}

function uploadOf(name: string, bytes: Uint8Array): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}
