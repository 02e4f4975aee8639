/**
 * Assesses 100,000 incidents against 40 obligations over 12 zones, all pairs answered; then reads every finding's sentence, which is made
 * when it is read. Beside it, in the same run, each pair asked by itself with its sentence (on a part of the incidents, scaled up). Then one
 * new claim comes in: its incident weighed anew.
 *
 *     node bench/assess.ts
 */
import { Assessor, assessWith } from '../src/assess/index.ts'
import { INCIDENTS, makeRecord, makeRules, OBLIGATIONS, TODAY } from './assess-record.ts'
import { spreadOf } from './spread.ts'

const ASKED_ONE_BY_ONE = 2_000
const ROUNDS = 7

const rules = makeRules()
const record = makeRecord()
measure()

function measure(): void {
  const [weighing, reading]: [number[], number[]] = [[], []]
  let [found, letters] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    // a new assessor each time: zones built and answers by place found anew
    const started = process.cpuUsage()
    const findings = assessWith(new Assessor(rules), record, TODAY)
    const weighed = process.cpuUsage()
    letters = findings.reduce((sum, { sentence }) => sum + sentence.length, 0)
    found = findings.length
    if (round === 0) continue
    reading.push(since(weighed))
    weighing.push(since(started) - since(weighed))
  }
  tell(`${INCIDENTS} incidents × ${OBLIGATIONS} obligations, ${found} findings that bear`, weighing, 's')
  tell(`their sentences read, ${letters} letters`, reading, 's')
  measurePairs()
  measureOneClaim()
}

/** The same asked pair by pair. */
function measurePairs(): void {
  const assessor = new Assessor(rules)
  const part = record.incidents.slice(0, ASKED_ONE_BY_ONE)
  const seconds: number[] = []
  let letters = 0
  for (let round = 0; round < 3; round++) {
    const started = process.cpuUsage()
    for (const incident of part)
      for (const obligation of rules.agreement.obligations)
        letters += assessor.assessPair(incident, obligation, record)?.sentence.length ?? 0
    if (round > 0) seconds.push((since(started) * INCIDENTS) / ASKED_ONE_BY_ONE)
  }
  tell(`each pair by itself with its sentence (${letters} letters), scaled up`, seconds, 's')
}

function measureOneClaim(): void {
  const assessor = new Assessor(rules)
  const readings = new Map(record.readings)
  const milliseconds: number[] = []
  for (let i = 0; i < 2_000; i++) {
    const found = record.incidents[i * 37]
    const [first] = found?.incident.claims ?? []
    const reading = first && readings.get(first.report)
    if (!found || !reading) continue
    readings.set(`new-${i}`, { ...reading, report: { ...reading.report, id: `new-${i}` } })
    const claims = [...found.incident.claims, { report: `new-${i}`, claim: 0 }]
    const started = performance.now()
    assessor.assessIncident(
      { ...found, incident: { ...found.incident, claims, independentOrigins: claims.length } },
      readings,
    )
    if (i > 200) milliseconds.push(performance.now() - started)
  }
  tell('one new claim: its incident weighed anew', milliseconds, 'ms')
}

function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

function tell(what: string, values: readonly number[], unit: string): void {
  const { min, median, max } = spreadOf(values)
  console.log(`${what}: ${median.toFixed(3)} ${unit} (${min.toFixed(3)} to ${max.toFixed(3)})`)
}
