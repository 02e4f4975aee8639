import { failed, type Result } from '../../base/result.ts'
import { DEFAULT_CASE, loadRules } from '../../compose/index.ts'
import type { ErrorCode } from '../../contract/index.ts'
import { createPipeline, type Pipeline } from '../../pipeline.ts'
import { drawReading } from '../drawing/index.ts'
import type { ReadOptions } from '../read.ts'
import { createStyle, refuse, tellRefusal, widthOf, write, type Refusal } from '../terminal/index.ts'
import { answerLines, encodeAnswer, type Answer } from './answer-line.ts'
import { inputsOf, withReadable, type Input } from './input.ts'
import { readLines } from './read-lines.ts'
import { readPage } from './read-page.ts'
import { splitLines } from './split-lines.ts'

/**
 * Reads the files named, or standard input, and writes their readings. A page that is refused is told on stderr (in ndjson also on its
 * line) and the others go on; refusals inside a batch of lines are answers and leave exit status 0.
 */
export async function runRead(
  files: readonly string[],
  options: ReadOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const inputs = inputsOf(files)
  const fault = faultOf(files, inputs, options)
  if (fault) wrongUsage(fault)
  const pipeline = openPipeline(options.case)
  if (!pipeline.ok) return refuse(pipeline.failure)
  const show = options.format === 'text' ? createDrawer(options) : writeJson
  for (const input of inputs) {
    if (isOfLines(input, options)) await readBatch(input, options, pipeline.value)
    else await show(await readPage(input, options, pipeline.value), true)
  }
}

function faultOf(files: readonly string[], inputs: readonly Input[], options: ReadOptions): string | null {
  if (files.length === 0 && process.stdin.isTTY) return 'name a page to read, or give one on standard input'
  const hasMany = inputs.length > 1 || inputs.some((input) => isOfLines(input, options))
  return options.format === 'json' && hasMany ? '--format json writes one reading; use --format ndjson for many' : null
}

function isOfLines({ name }: Input, { from }: ReadOptions): boolean {
  return from === 'ndjson' || (from === 'auto' && /\.(?:ndjson|jsonl)$/i.test(name))
}

async function readBatch(input: Input, options: ReadOptions, pipeline: Pipeline): Promise<void> {
  const done = await withReadable(input, async () => {
    const lines = splitLines(input.open())
    if (options.format === 'ndjson') return readLines(lines, pipeline, options.case)
    const draw = createDrawer(options)
    for await (const batch of lines) for (const answer of answerLines(batch, pipeline)) await draw(answer, false)
  })
  if (!done.ok) refuse(done.failure)
}

/** Shows what came of a page. `isInput`: it was named itself, so that its refusal is the command's. */
type Show = (answer: Answer, isInput: boolean) => Promise<void>

const writeJson: Show = async (answer, isInput) => {
  await write(`${encodeAnswer(answer)}\n`)
  if (!answer.reading.ok && isInput) refuse(answer.reading.failure)
}

function createDrawer(options: ReadOptions): Show {
  const look = { columns: widthOf(process.stdout), style: createStyle(process.stdout), all: options.all ?? false }
  let count = 0
  return async ({ reading }, isInput) => {
    if (!reading.ok) return isInput ? refuse(reading.failure) : tellRefusal(reading.failure)
    await write(`${count++ > 0 ? '\n' : ''}${drawReading(reading.value, look)}`)
  }
}

/** Null case: the one shipped; if that is broken, so is the program. */
function openPipeline(caseFolder: string | undefined): Result<Pipeline, Refusal> {
  try {
    return { ok: true, value: createPipeline(loadRules(caseFolder ?? DEFAULT_CASE)) }
  } catch (error) {
    if (caseFolder === undefined || !(error instanceof Error)) throw error
    const code: ErrorCode = 'case-unreadable'
    return failed({ code, message: `${caseFolder}: found ${error.message}, expected actors.yaml and places.geojson` })
  }
}
