/**
 * Drafts the bulletin of a day with 100,000 incidents and draws its first page: `node bench/bulletin.ts`. Medians of seven runs after a warm
 * one; the page's bytes beside. The incidents are made up, the same in every run.
 */
import { draftBulletin, drawAnnexPages, drawBulletin } from '../src/publish/index.ts'
import { FACTS, recordOfMany, SCOPE } from '../src/publish/record.fixture.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const RUNS = 7

const input = recordOfMany(COUNT)
const draw = { roads: [], nameOf: FACTS.nameOf }
const times: { readonly draft: number; readonly page: number }[] = []
let bytes = 0
for (let run = 0; run <= RUNS; run++) {
  const start = performance.now()
  const bulletin = draftBulletin(input, SCOPE, FACTS)
  const drafted = performance.now()
  const { text } = drawBulletin(bulletin, draw)
  const drawn = performance.now()
  bytes = Buffer.byteLength(text)
  if (run > 0) times.push({ draft: drafted - start, page: drawn - drafted })
}
const started = performance.now()
let annexBytes = 0
let annexPages = 0
for (const { text } of drawAnnexPages(draftBulletin(input, SCOPE, FACTS), draw)) {
  annexBytes = Math.max(annexBytes, Buffer.byteLength(text))
  annexPages++
}
const annex = performance.now() - started

console.log(`${COUNT} incidents`)
console.log(`draft           ${median(times.map(({ draft }) => draft)).toFixed(0)} ms`)
console.log(`first page      ${median(times.map(({ page }) => page)).toFixed(0)} ms, ${bytes} bytes`)
console.log(`draft and annex ${annex.toFixed(0)} ms, ${annexPages} pages, the largest ${annexBytes} bytes`)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
