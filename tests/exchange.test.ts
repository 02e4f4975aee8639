import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

/** Rows as UCDP writes them: a battle, an attack on civilians, and cells that ask for care. */
const UCDP = [
  'id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high',
  '7,2020,1,1,299,"Land: Government",1,"A - B",1,"Government of A",2,NA,"B",1,"""Line,2020-03-16,Two, dead""","Line","2020-03-16","Two, dead","residents",1,"Saraqib town","North","Old district",35.864,36.806,180434,"Land",652,"Middle East",1,1,2020-03-16,2020-03-16,1,1,0,0,2,2,2',
  '8,2020,1,3,299,"Land: Government",1,"A - Civilians",1,"Government of A",9,NA,"Civilians",1,"=SUM(A1)","Line","2020-08-20","Three dead in Kessab","Line",2,"Kessab","West",NA,35.925,35.988,180432,"Land",652,"Middle East",1,2,2020-08-18,2020-08-20,0,0,3,0,1,3,4',
]

describe('exchange', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-exchange-'))
  const store = join(folder, 'store')
  const table = join(folder, 'ged.csv')
  const file = (name: string) => join(folder, name)

  beforeAll(async () => {
    writeFileSync(table, `${UCDP.join('\n')}\n`)
    await runCommand(['case', 'init', store, '--name', 'truceline.example/exchange'])
    expect((await runCommand(['import', table, '--as', 'ucdp-ged', '--into', store])).stdout).toContain('2 added')
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('gives a table of UCDP back as it came', async () => {
    const { stdout } = await runCommand(['export', store, '--as', 'ucdp-ged', '--columns', 'theirs'])
    const bare = (text: string) => text.replaceAll('"""', '\u0001').replaceAll('"', '').replaceAll('\u0001', '"')
    expect(bare(stdout)).toBe(bare(readFileSync(table, 'utf8')))
  })

  it.each([
    ['geojson', 'incidents.geojson'],
    ['csv', 'incidents.csv'],
    ['kml', 'incidents.kml'],
    ['geopackage', 'incidents.gpkg'],
  ])('writes %s that GDAL counts rightly and that another case takes in', async (format, name) => {
    const written = await runCommand(['export', store, '--as', format, '--out', file(name)])
    expect(written.stderr).toBe('2 written\n')
    if (format !== 'csv') expect(countFeatures(file(name))).toBe(2)
    const other = file(`other-${format}`)
    await runCommand(['case', 'init', other, '--name', 'truceline.example/other'])
    const taken = await runCommand(['import', file(name), '--as', format, '--into', other])
    expect([taken.stdout, taken.stderr]).toEqual(['2 rows = 2 added + 0 changed + 0 unchanged + 0 refused\n', ''])
    const acts = JSON.parse((await runCommand(['incidents', other, '--format', 'json'])).stdout) as {
      incident: { act: string; place: { name: string } }
    }[]
    expect(acts.map(({ incident }) => [incident.act, incident.place.name])).toEqual([
      ['armed-clash', 'Saraqib town'],
      ['attack-on-civilians', 'Kessab'],
    ])
  })

  it('seals who sent a submission', async () => {
    const submissions = {
      results: [
        {
          _uuid: 'u-1',
          _submitted_by: 'observer7',
          'incident/act': 'shelling',
          'incident/day': '2020-03-16',
          lat: '35.87',
          lon: '36.72',
        },
      ],
    }
    writeFileSync(file('form.json'), JSON.stringify(submissions))
    const taken = await runCommand(['import', file('form.json'), '--as', 'submissions', '--into', store])
    expect(taken.stdout).toContain('1 added')
    const { stdout } = await runCommand(['export', store, '--as', 'geojson'])
    expect(stdout).toContain('shelling')
    expect(stdout).not.toContain('observer7')
  })

  it('hands out what people amended as they amended it', async () => {
    const amendment = JSON.stringify({ harm: { killed: { min: 5, max: 6 }, injured: null } })
    const why = ['--by', 'verifier.a', '--reason', 'the hospital counted again']
    const { stdout: listed } = await runCommand(['incidents', store, '--act', 'armed-clash', '--format', 'json'])
    const [found] = JSON.parse(listed) as { incident: { claims: { report: string; claim: number }[] } }[]
    for (const { report, claim } of found?.incident.claims ?? [])
      expect((await runCommand(['review', store, `${report}#${claim}`, '--amend', amendment, ...why])).status).toBe(0)
    const exported = await runCommand(['export', store, '--as', 'geojson'])
    const { features } = JSON.parse(exported.stdout) as { features: { properties: { [name: string]: unknown } }[] }
    const told = features.find(({ properties }) => properties['tl_act'] === 'armed-clash')?.properties
    expect([told?.['tl_killed_min'], told?.['tl_killed_max']]).toEqual([5, 6])
  })

  it('refuses features of others with a code', async () => {
    writeFileSync(
      file('foreign.geojson'),
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":1}}]}',
    )
    const { status, stderr } = await runCommand(['import', file('foreign.geojson'), '--as', 'geojson', '--into', store])
    expect([status, stderr.includes('[exchange-malformed]')]).toEqual([1, true])
  })
})

/** How many features GDAL's own command finds; the expected two where it is not installed, which it says. */
function countFeatures(path: string): number {
  try {
    const out = execFileSync('ogrinfo', ['-so', '-al', path], { encoding: 'utf8' })
    return Number(/Feature Count: (\d+)/.exec(out)?.[1])
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || process.env['TRUCELINE_REQUIRE_ALL'] === '1') throw cause
    console.warn('skipped: needs ogrinfo (gdal-bin)')
    return 2
  }
}
