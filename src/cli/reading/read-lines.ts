import { availableParallelism } from 'node:os'
import type { Pipeline } from '../../pipeline.ts'
import { createProgress, write, type Progress } from '../terminal/index.ts'
import { answerLines, encodeAnswer } from './answer-line.ts'
import type { Line } from './split-lines.ts'
import { startWorkerPool, type WorkerPool } from './worker-pool.ts'

/** From here on it pays to start threads, which take a second each before they help. */
const ALONE_REPORTS = 200
const ALONE_CHARACTERS = 1_000_000
/** Lines given to a thread at a time: few enough to keep all threads at work, enough that messages do not count. */
const LINES_AT_A_TIME = 32
/** Batches under way for each thread: one being read, and the next ones at hand. */
const BATCHES_AHEAD = 3

/**
 * Answers lines of JSON with lines of JSON, in order, as they come. A short batch is read on the spot; a long one by a thread for each
 * core. Reads ahead of a slow reader only by a bounded number of lines.
 */
export async function readLines(
  batches: AsyncIterable<readonly Line[]>,
  pipeline: Pipeline,
  caseFolder: string | undefined,
): Promise<void> {
  const progress = createProgress('reports')
  const readAlone = createQuota(ALONE_REPORTS, ALONE_CHARACTERS)
  const output = createOrderedOutput(progress)
  let pool: WorkerPool | null = null
  try {
    for await (const lines of batches) {
      for (const batch of inBatches(lines)) {
        if (!pool && !readAlone(batch) && availableParallelism() > 1) {
          pool = startWorkerPool(availableParallelism(), caseFolder)
        }
        output.add(pool ? pool.answer(batch) : Promise.resolve(answerHere(batch, pipeline)))
        await output.shrinkTo(pool ? pool.size * BATCHES_AHEAD : 0)
      }
    }
    await output.shrinkTo(0)
  } finally {
    progress.end()
    await pool?.close()
  }
}

/** Answers on their way out: each batch is written as soon as it and all before it are there. */
interface OrderedOutput {
  readonly add: (answers: Promise<string[]>) => void
  /** Waits until no more than so many batches are under way. */
  readonly shrinkTo: (batches: number) => Promise<void>
}

function createOrderedOutput(progress: Progress): OrderedOutput {
  const underWay: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  const writeAfter = async (before: Promise<void>, answers: Promise<string[]>) => {
    const [lines] = await Promise.all([answers, before])
    await write(lines.map((line) => `${line}\n`).join(''))
    progress.step(lines.length)
  }
  return {
    add: (answers) => {
      last = writeAfter(last, answers)
      underWay.push(last)
    },
    shrinkTo: async (batches) => {
      while (underWay.length > batches) await underWay.shift()
    },
  }
}

function answerHere(lines: readonly Line[], pipeline: Pipeline): string[] {
  return answerLines(lines, pipeline).map(encodeAnswer)
}

function* inBatches(lines: readonly Line[]): Generator<readonly Line[]> {
  for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) yield lines.slice(from, from + LINES_AT_A_TIME)
}

/** Counts lines and their characters; tells whether both are still within the quota. */
function createQuota(maxLines: number, maxCharacters: number): (lines: readonly Line[]) => boolean {
  let lineCount = 0
  let characters = 0
  return (lines) => {
    lineCount += lines.length
    for (const { text } of lines) characters += text?.length ?? 0
    return lineCount <= maxLines && characters <= maxCharacters
  }
}
