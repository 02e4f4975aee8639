/**
 * Reads texts that neither reader has met: every second text warms both up, the others are then read once, in turns of 32. A memory of
 * spellings helps here only as far as it would in the field.
 *
 *     node bench/read-unmet.ts FILE.jsonl…    rows with a `text`
 */
import { readFileSync } from 'node:fs'
import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { loadRules } from '../src/compose/index.ts'
import { createPipeline } from '../src/pipeline.ts'
import { processorSeconds } from './spread.ts'

const WARM_UP_ROUNDS = 6
const PAGES_AT_A_TIME = 32

const pages = process.argv.slice(2).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => ({ id: `${file}-${i}`, text: (JSON.parse(line) as { text: string }).text })),
)
if (pages.length < 2 * PAGES_AT_A_TIME)
  throw new Error(`found ${pages.length} texts, expected files of ${2 * PAGES_AT_A_TIME} at least`)
const nlp = winkNlp(winkModel, ['sbd', 'pos'])
const pipeline = createPipeline(loadRules())
let sink = 0
const readers = [
  (batch: typeof pages) => {
    for (const { text } of batch) {
      const tokens = nlp.readDoc(text).tokens()
      sink += tokens.out(nlp.its.value).length + tokens.out(nlp.its.pos).length
    }
  },
  (batch: typeof pages) => {
    for (const answer of pipeline.readPages(batch)) sink += answer.ok ? answer.value.claims.length : 0
  },
]

const met = inBatches(pages.filter((_, i) => i % 2 === 0))
const unmet = inBatches(pages.filter((_, i) => i % 2 === 1))
for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const batch of met) for (const read of readers) read(batch)
let [bare, ours] = [0, 0]
for (const batch of unmet) {
  bare += timeOf(0, batch)
  ours += timeOf(1, batch)
}
const texts = unmet.flat()
const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
console.log(`${texts.length} texts never met, ${characters} characters (${sink})`)
for (const [name, seconds] of [
  ['bare wink-nlp', bare],
  ['truceline read', ours],
] as const) {
  console.log(`${name.padEnd(26)}${((1e3 * 1e3 * seconds) / characters).toFixed(2)} ms for 1,000 characters`)
}
console.log(`of bare wink-nlp's rate   ${(bare / ours).toFixed(2)}`)

function timeOf(which: number, batch: typeof pages): number {
  const started = processorSeconds()
  readers[which]?.(batch)
  return processorSeconds() - started
}

function inBatches<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / PAGES_AT_A_TIME)
  return Array.from({ length: count }, (_, i) => list.slice(i * PAGES_AT_A_TIME, (i + 1) * PAGES_AT_A_TIME))
}
