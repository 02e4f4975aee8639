import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyboard } from './workbench/hands.ts'
import { HAS_BROWSER, openWorkbench, type Visit, type Workbench } from './workbench/workbench.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const needed = process.env['TRUCELINE_REQUIRE_ALL'] === '1'
if (!HAS_BROWSER && !needed) console.warn('skipped: needs chromium (npm run setup:ci)')

/** What people decide about claims and incidents beyond a step: that they are one, or several, or say something else. */
describe.skipIf(!HAS_BROWSER && !needed)('decisions in the workbench', () => {
  let workbench: Workbench
  beforeAll(async () => {
    workbench = await openWorkbench()
  }, 240_000)
  afterAll(() => workbench?.close(), 30_000)

  it('makes two incidents one after a look at both, and takes that back, by keyboard alone', async () => {
    const { context, page, complaints } = await workbench.visit('amina')
    const hands = keyboard(page)
    const early = await bring(page, 'The army shelled Binnish on 2 May 2021, the town council said.', '2021-05-02')
    const late = await bring(page, 'Drones struck Ariha on 4 May 2021, the governor said.', '2021-05-04')
    expect(early).not.toBe(late)

    await page.goto(early)
    await hands.press(page.locator('a', { hasText: 'Compare with another incident' }))
    await page.waitForURL(/\/compare$/)
    await hands.press(page.locator('.near', { hasText: 'Ariha' }).locator('a', { hasText: 'Compare' }))
    await page.locator('#incident-1').waitFor()
    expect(await page.locator('.pair').textContent()).toMatch(/Binnish.*Ariha/s)
    expect(await violationsOn(page)).toEqual([])
    await hands.write(page.locator('textarea[name=reason]'), 'the governor meant the shelling of Binnish')
    await hands.press(page.locator('button', { hasText: 'They are one incident' }))
    await page.waitForURL((url) => url.pathname === early)
    const history = page.locator('section[aria-labelledby=history]')
    await history.getByText('2 claims tell of one incident').waitFor()
    await history.getByText('the governor meant the shelling of Binnish').waitFor()
    await history.getByText('Amina Haddad').first().waitFor()

    await page.goto(late)
    await page.waitForURL((url) => url.pathname === early)

    await hands.press(history.locator('summary', { hasText: 'Withdraw' }))
    await hands.write(history.locator('input[name=reason]'), 'he named the town')
    await hands.press(history.locator('button', { hasText: 'Withdraw it' }))
    await history.locator('.tag', { hasText: 'withdrawn' }).waitFor()
    await page.goto(late)
    expect(new URL(page.url()).pathname).toBe(late)
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  for (const javaScriptEnabled of [true, false]) {
    it(`parts an incident by its claims, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const { context, page } = await workbench.visit('amina', { javaScriptEnabled })
      const day = javaScriptEnabled ? 5 : 15
      const told = `The army shelled Maarrat Misrin on ${day} June 2021`
      const first = await bring(page, `${told}, residents said.`, `2021-06-${String(day).padStart(2, '0')}`)
      const second = await bring(page, `${told}, the mayor said.`, `2021-06-${String(day + 1).padStart(2, '0')}`)
      expect(second).toBe(first)
      await page.goto(first)
      const parting = page.locator('section[aria-labelledby=bounds]')
      await parting.locator('summary').click()
      await parting.locator('textarea[name=reason]').fill('two shellings of one day')
      await parting.locator('button', { hasText: 'These tell of another incident' }).click()
      await parting.locator('code', { hasText: 'claims-too-few' }).waitFor()
      await parting.locator('.choice input').last().check()
      await parting.locator('textarea[name=reason]').fill('two shellings of one day')
      await parting.locator('button', { hasText: 'These tell of another incident' }).click()
      await parting.getByText('Recorded.').waitFor()
      await parting.locator('a', { hasText: 'The other incident' }).click()
      await page.waitForURL((url) => url.pathname !== first)
      await page.locator('section[aria-labelledby=history]').getByText('two shellings of one day').waitFor()
      await context.close()
    }, 120_000)
  }

  it('amends who, where and when of a claim, and shows what was changed, until it is withdrawn', async () => {
    const { context, page, complaints } = await workbench.visit('amina')
    const hands = keyboard(page)
    const incident = await bring(page, 'Shelling hit a market in Ariha on 7 July 2021, residents said.', '2021-07-08')
    const claim = page.locator('article[data-claim="0"]')
    const amend = async (field: string, value: string) => {
      await hands.press(claim.locator('summary', { hasText: 'Amend' }))
      await hands.write(claim.locator(`input[name=${field}]`), value)
      await hands.write(claim.locator('form:has(select) input[name=reason]'), 'the residents told more')
      await hands.press(claim.locator('button', { hasText: 'Record the amendment' }))
    }
    await amend('actor', 'the mayor of nowhere')
    await claim.locator('code', { hasText: 'amendment-malformed' }).waitFor()
    await claim.locator('input[name=actor]').fill('Turkey')
    await claim.locator('input[name=place]').fill('Saraqib')
    await claim.locator('input[name=from]').fill('2021-07-06')
    await claim.locator('input[name=killedMin]').fill('2')
    await claim.locator('button', { hasText: 'Record the amendment' }).click()
    await claim.locator('.tag', { hasText: 'amended' }).waitFor()
    const facts = claim.locator('dl')
    for (const words of ['Turkey', 'Saraqib', '6–7 July 2021', 'at least 2 killed'])
      await facts.getByText(words).waitFor()
    expect(await violationsOn(page)).toEqual([])
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([])

    await page.goto(incident)
    const history = page.locator('section[aria-labelledby=history]')
    await history.getByText('Claim 1 amended').waitFor()
    await history.locator('summary', { hasText: 'Withdraw' }).click()
    await history.locator('input[name=reason]').fill('they did not')
    await history.locator('button', { hasText: 'Withdraw it' }).click()
    await history.locator('.tag', { hasText: 'withdrawn' }).waitFor()
    await page.locator('main').getByText('Ariha').first().waitFor()
    await context.close()
  }, 120_000)

  it('tells whoever was overtaken so, and writes nothing', async () => {
    const { context, page } = await workbench.visit('amina')
    const first = await bring(
      page,
      'Residents of Kafr Nabl said the army shelled the town on 3 July 2021.',
      '2021-07-03',
    )
    await bring(page, 'The mayor of Kafr Nabl said the army shelled the town on 3 July 2021.', '2021-07-04')
    await page.goto(`${first}/compare`)
    await page.goto(first)
    const boris = await workbench.visit('boris')
    await boris.page.goto(first)
    await part(page, 'I was first')
    await page.locator('section[aria-labelledby=history]').getByText('I was first').waitFor()
    await part(boris.page, 'I was second')
    await boris.page.locator('code', { hasText: 'changed-meanwhile' }).waitFor()
    await boris.context.close()
    await context.close()
  }, 120_000)

  it('shows a reader neither forms nor the page to compare', async () => {
    const { context, page } = await workbench.visit('rita')
    await page.goto('/incidents')
    const path = await page.locator('.incident a').first().getAttribute('href')
    await page.goto(path ?? '')
    await page.locator('h1').waitFor()
    expect(await page.locator('main form, #bounds, a[href$="/compare"]').count()).toBe(0)
    expect((await page.goto(`${path}/compare`))?.status()).toBe(403)
    await context.close()
  }, 120_000)
})

async function part(page: Visit['page'], reason: string): Promise<void> {
  const parting = page.locator('section[aria-labelledby=bounds]')
  await parting.locator('summary').click()
  await parting.locator('.choice input').last().check()
  await parting.locator('textarea[name=reason]').fill(reason)
  await parting.locator('button', { hasText: 'These tell of another incident' }).click()
}

/** Takes a text in and gives the address of its claim's incident. */
async function bring(page: Visit['page'], text: string, published: string): Promise<string> {
  await page.goto('/reports')
  await page.locator('textarea[name=text]').fill(text)
  await page.locator('form[enctype] summary').click()
  await page.locator('form[enctype] input[name=published]').fill(published)
  await page.locator('form[enctype] button.first').click()
  await page.waitForURL(/\/reports\/\w+$/)
  return (await page.locator('article a', { hasText: 'The incident' }).first().getAttribute('href')) ?? ''
}

async function violationsOn(page: Visit['page']): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const result: { violations: { id: string; nodes: { target: string[] }[] }[] } = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}
