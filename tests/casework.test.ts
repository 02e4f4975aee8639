import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FoundIncident } from '../src/store/projections/index.ts'
import { openCase } from '../src/compose/case/index.ts'
import { embeddedEngine, postgresEngine } from './engines.ts'
import { runCommand } from './run-command.ts'

/** How many times an ingest is killed. More, for a longer trial: TRUCELINE_FAULTS=50 npx vitest run tests/casework.test.ts */
const KILLS = Number(process.env['TRUCELINE_FAULTS'] ?? 2)
const REPORTS = 150
/** Milliseconds to about where the first batch is written. */
const FIRST_KILL: Readonly<Record<string, number>> = { embedded: 1_200, postgres: 400 }

describe('a case on the embedded store', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-case-'))
  const store = join(folder, 'store')
  const page = join(folder, 'page.txt')
  const run = (...args: string[]) => runCommand(args)

  beforeAll(async () => {
    writeFileSync(
      page,
      'The army shelled Saraqib on 12 March 2020, the Turkish Defence Ministry said.\n\nNobody was hurt, it added.\n',
    )
    expect((await run('case', 'init', store, '--name', 'truceline.example/test')).status).toBe(0)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes a page once, however often it is given, and a copy as a second sighting', async () => {
    const copy = join(folder, 'copy.txt')
    writeFileSync(
      copy,
      'The army shelled Saraqib on 12 March 2020, the Turkish Defence Ministry said.\n\nNobody was hurt, it added.\n',
    )
    expect((await run('ingest', page, '--into', store)).stdout).toContain('1 new report,')
    expect((await run('ingest', page, '--into', store)).stdout).toContain('1 unchanged')
    expect((await run('ingest', copy, '--into', store)).stdout).toContain('1 seen again elsewhere')
    expect((await run('case', 'status', store)).stdout).toMatch(
      /^2 entries in the log truceline.example\/test, embedded engine\n1 report, 1 claim, 1 incident; 2 sightings/,
    )
  })

  it('finds an incident near a place of the case, and nothing before it was known', async () => {
    const args = ['incidents', store, '--near', 'Saraqib', '--km', '5', '--format', 'json']
    const found = JSON.parse((await run(...args)).stdout) as FoundIncident[]
    expect(found.map(({ incident, validity }) => [incident.act, validity])).toEqual([['shelling', 'alleged']])
    expect(JSON.parse((await run(...args, '--as-of', '2020-03-12')).stdout)).toEqual([])
  })

  it('keeps a page that cannot be read as an entry with its code', async () => {
    const foreign = join(folder, 'foreign.txt')
    writeFileSync(
      foreign,
      'Во вторник гарнизон обстрелял мельницу у реки, сообщил в среду местный совет этого города.\n',
    )
    const { status, stdout, stderr } = await run('ingest', foreign, '--into', store)
    expect([status, stdout.includes('1 not readable')]).toEqual([1, true])
    expect(stderr).toMatch(/foreign\.txt: .*found.*expected.*\[unknown-language\]/)
    expect((await run('ingest', foreign, '--into', store)).status).toBe(1)
    expect((await run('case', 'status', store)).stdout).toMatch(/^3 entries/)
    writeFileSync(foreign, 'Drones struck Binnish on 20 March 2020, residents said.\n')
    expect((await run('ingest', '--retry', '--into', store)).stdout).toMatch(/^1 new report,.* 0 not readable/)
  })

  it('keeps both pages where two come under one id, and tells lines that are no reports', async () => {
    const lines = join(folder, 'twice.ndjson')
    const line = (text: string) => `${JSON.stringify({ id: 'same', text })}\n`
    writeFileSync(
      lines,
      `${line('A convoy entered Nayrab, residents said.')}hello\n${line('A convoy left Nayrab, residents said.')}`,
    )
    const { status, stdout, stderr } = await run('ingest', lines, '--into', store)
    expect([status, stdout]).toEqual([1, '2 new reports, 0 seen again elsewhere, 0 unchanged, 1 not readable\n'])
    expect(stderr).toMatch(/twice\.ndjson#line 2: found hello, expected a report.*\[line-malformed\]/)
    expect((await run('ingest', lines, '--into', store)).stdout).toContain(
      '0 new reports, 0 seen again elsewhere, 2 un',
    )
  })

  it('imports a table to the row, and a changed row supersedes', async () => {
    const table = join(folder, 'ged.csv')
    writeFileSync(table, gedTable('3'))
    const args = ['import', table, '--as', 'ucdp-ged', '--into', store]
    expect((await run(...args)).stdout).toBe('2 rows = 2 added + 0 changed + 0 unchanged + 0 refused\n')
    writeFileSync(table, gedTable('4'))
    expect((await run(...args)).stdout).toBe('2 rows = 0 added + 1 changed + 1 unchanged + 0 refused\n')
  })

  it('imports any table by a mapping file, which the log keeps: a later one bears on earlier rows', async () => {
    const [table, mapping] = [join(folder, 'posts.csv'), join(folder, 'posts.yaml')]
    writeFileSync(
      table,
      'nr,day,what,where,lat,lon\n1,2020-03-16,mortar,Saraqib,35.86,36.8\n2,2020-03-16,dance,Saraqib,1,2\n',
    )
    writeFileSync(mapping, POSTS)
    const args = ['import', table, '--mapping', mapping, '--into', store]
    const told = await run(...args)
    expect(told.stdout).toBe('2 rows = 1 added + 0 changed + 0 unchanged + 1 refused (1 act-unknown)\n')
    expect(told.stderr).toMatch(/posts\.csv: line 3, column what: found dance, expected .* \[act-unknown\]/)
    writeFileSync(mapping, POSTS.replace('shelling', 'air-strike'))
    expect((await run(...args)).stdout).toMatch(/^2 rows = 0 added \+ 0 changed \+ 1 unchanged/)
    const found = await run(
      'incidents',
      store,
      '--act',
      'air-strike',
      '--from',
      '2020-03-16',
      '--to',
      '2020-03-16',
      '--format',
      'json',
    )
    expect(JSON.parse(found.stdout)).toHaveLength(1)
    writeFileSync(mapping, 'dataset: Posts\n')
    const refused = await run(...args)
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('[mapping-malformed]')])
  })

  it('computes the same from the log again', async () => {
    const digestOf = async () => /digest (\w+)/.exec((await run('case', 'rebuild', store)).stdout)?.[1]
    const first = await digestOf()
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await digestOf()).toBe(first)
  })

  it('verifies, and names the entry where a byte was changed', async () => {
    expect((await run('verify', store)).stdout).toContain('entries verify')
    const open = await openCase(store)
    if (!open.ok) throw new Error(open.failure.message)
    await open.value.store.query(`update entry set leaf = replace(leaf, 'Nobody', 'nobody') where index = 0`)
    await open.value.close()
    const { status, stderr } = await run('verify', store)
    expect(status).toBe(1)
    expect(stderr).toMatch(/entry 0\b.*\[entry-altered\]/s)
  })
})

const postgres = await postgresEngine()

describe.each(postgres ? [embeddedEngine(), postgres] : [embeddedEngine()])(
  'an ingest that is killed, on the $name engine',
  { timeout: 1_200_000 },
  (engine) => {
    const folder = mkdtempSync(join(tmpdir(), 'truceline-killed-'))
    const store = engine.newLocation()
    const env = { XDG_CONFIG_HOME: folder }
    const run = (...args: string[]) => runCommand(args, { env })
    afterAll(async () => {
      await engine.clean()
      rmSync(folder, { recursive: true })
    })

    it('loses nothing and doubles nothing', async () => {
      const lines = join(folder, 'reports.ndjson')
      writeFileSync(lines, Array.from({ length: REPORTS }, (_, i) => `${JSON.stringify(reportNumber(i))}\n`).join(''))
      expect((await run('case', 'init', store, '--name', 'truceline.example/killed')).status).toBe(0)
      for (let i = 0; i < KILLS; i++) {
        await runAndKill(['ingest', lines, '--into', store], env, (FIRST_KILL[engine.name] ?? 0) + ((i * 397) % 1_900))
        expect((await run('verify', store)).stdout).toContain('entries verify')
      }
      expect((await run('ingest', lines, '--into', store)).status).toBe(0)
      expect((await run('case', 'status', store)).stdout).toMatch(
        new RegExp(`^${REPORTS} entries in the log .*\\n${REPORTS} reports,`),
      )
    })
  },
)

const POSTS = `dataset: posts
title: Log of the posts
id: [nr]
act: { columns: [what], codes: { mortar: { act: shelling } } }
place: { name: [where], latitude: lat, longitude: lon, radiusMetres: 500 }
time: { from: day }
sources: {}
`

function reportNumber(i: number): object {
  return { id: `r${i}`, text: `Gunmen shelled village number ${i} on Sunday, the council of the ${i}th district said.` }
}

/** Starts the command and kills it after so many milliseconds, if it still runs. */
function runAndKill(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  milliseconds: number,
): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(join(import.meta.dirname, '..', 'bin', 'truceline'), args, {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Two invented rows in the columns of UCDP GED; the second one's deaths are given. */
function gedTable(deaths: string): string {
  const row = (cells: Record<string, string>) => GED_COLUMNS.map((column) => cells[column] ?? '').join(',')
  const common = {
    year: '2019',
    type_of_violence: '1',
    side_a: 'Government of Kerovia',
    side_b: 'Highland League',
    date_prec: '1',
    where_prec: '1',
    latitude: '35.86',
    longitude: '36.8',
    date_start: '2019-05-02 00:00:00.000',
    date_end: '2019-05-02 00:00:00.000',
    where_coordinates: 'Dolmir village',
    deaths_civilians: '0',
    low: '1',
    high: '5',
    event_clarity: '1',
    country: 'Kerovia',
    adm_1: 'North province',
    source_original: 'the council',
    source_article: 'Veshna Courier',
    source_headline: 'Shells on Dolmir',
    source_office: 'Veshna Courier',
    source_date: '2019-05-03',
  }
  return [
    GED_COLUMNS.join(','),
    row({ ...common, id: '1', best: '2' }),
    row({ ...common, id: '2', best: deaths }),
    '',
  ].join('\n')
}

const GED_COLUMNS =
  'id,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  )
