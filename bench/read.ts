/**
 * Reads reports: how many a second on one core, beside bare wink-nlp (tokens and tags of the same texts in the same run), and on all
 * cores through the command; and how much memory that takes.
 *
 *     node bench/read.ts                 the example pages of the shipped case, varied
 *     node bench/read.ts FOLDER          a folder of JSON reports with a `text`
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { loadRules, PROJECT_ROOT } from '../src/compose/index.ts'
import { createPipeline, type Page } from '../src/pipeline.ts'
import { measureTurns, spreadOf, type Spread } from './spread.ts'

const EXAMPLES = 'cases/idlib-2020/examples/*.txt'
/** So many reports in a round at least; fewer texts are repeated. */
const REPORTS_A_ROUND = 128
const PAGES_AT_A_TIME = 32
/** Reports given to the command for all cores, enough that starting its threads counts for little. */
const REPORTS_FOR_ALL_CORES = 6_000

const pages = loadPages(process.argv[2])
const characters = pages.reduce((sum, page) => sum + page.text.length, 0)
console.log(`${pages.length} reports, ${Math.round(characters / pages.length)} characters each on average`)
measureOneCore()
measureAllCores()

function measureOneCore(): void {
  const started = performance.now()
  const pipeline = createPipeline(loadRules())
  console.log(`rules loaded in ${Math.round(performance.now() - started)} ms`)
  const nlp = winkNlp(winkModel, ['sbd', 'pos'])
  const { its } = nlp
  const [bare, read] = measureTurns([() => sumOver(({ text }) => tagWords(text)), () => countClaims()])
  console.log('\none core, reports a second  min  median  max')
  printSpread('bare wink-nlp', bare)
  printSpread('truceline read', read)
  const milliseconds = (1e6 * spreadOf(read ?? []).median) / characters
  // round by round, since both of a round are disturbed alike by what else runs on the machine
  const { min, median, max } = spreadOf((bare ?? []).map((seconds, round) => seconds / (read?.[round] ?? Infinity)))
  console.log(`of bare wink-nlp's rate       ${[min, median, max].map((share) => share.toFixed(2)).join('   ')}`)
  console.log(`for 1,000 characters        ${milliseconds.toFixed(2)} ms`)
  console.log(`memory (RSS)                ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`)

  function tagWords(text: string): number {
    const tokens = nlp.readDoc(text).tokens()
    return tokens.out(its.value).length + tokens.out(its.pos).length
  }

  /** As the command reads a batch: so many pages at a time. */
  function countClaims(): number {
    let claims = 0
    for (let i = 0; i < pages.length; i += PAGES_AT_A_TIME) {
      for (const answer of pipeline.readPages(pages.slice(i, i + PAGES_AT_A_TIME))) {
        if (answer.ok) claims += answer.value.claims.length
      }
    }
    return claims
  }
}

/** The sum keeps the work from being optimised away. */
function sumOver(work: (page: Page & { text: string }) => number): number {
  return pages.reduce((sum, page) => sum + work(page), 0)
}

function measureAllCores(): void {
  const copies = Math.ceil(REPORTS_FOR_ALL_CORES / pages.length)
  const lines = pages.map((page) => `${JSON.stringify(page)}\n`).join('')
  const started = performance.now()
  const args = ['read', '--from', 'ndjson', '--format', 'ndjson']
  const { status, stderr } = spawnSync(join(PROJECT_ROOT, 'bin', 'truceline'), args, {
    input: lines.repeat(copies),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`truceline read ended with ${status}: ${String(stderr)}`)
  const seconds = (performance.now() - started) / 1_000
  const rate = Math.round((pages.length * copies) / seconds)
  console.log(`\nall ${availableParallelism()} cores, through the command, start included: ${rate} reports a second`)
}

function printSpread(name: string, seconds: readonly number[] = []): void {
  const { min, median, max }: Spread = spreadOf(seconds)
  const rates = [max, median, min].map((one) => String(Math.round(pages.length / one)).padStart(6))
  console.log(`${name.padEnd(26)}${rates.join(' ')}`)
}

function loadPages(folder: string | undefined): (Page & { text: string })[] {
  const texts = folder
    ? globSync(join(folder, '*.json')).map((file) => (JSON.parse(readFileSync(file, 'utf8')) as { text: string }).text)
    : globSync(EXAMPLES, { cwd: PROJECT_ROOT }).map((file) => readFileSync(join(PROJECT_ROOT, file), 'utf8'))
  if (texts.length === 0) throw new Error(`${folder ?? EXAMPLES}: found no report`)
  const copies = Math.ceil(REPORTS_A_ROUND / texts.length)
  return Array.from({ length: copies }, (_, copy) =>
    texts.map((text, i) => ({ id: `${copy}-${i}`, text: varied(text, copy), published: '2020-04-08' })),
  ).flat()
}

/** Other days and names in each copy, so that what is remembered of one does not read the next. */
function varied(text: string, copy: number): string {
  return copy === 0
    ? text
    : text.replaceAll('Wednesday', `Wednesday, ${(copy % 28) + 1} March`).replaceAll('Ariha', `Arihat-${copy}`)
}
