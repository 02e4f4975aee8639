import { parentPort, workerData } from 'node:worker_threads'
import { loadRules } from '../../compose/index.ts'
import { createPipeline } from '../../pipeline.ts'
import { answerLines, encodeAnswer } from './answer-line.ts'
import type { Line } from './split-lines.ts'

/** A thread of the pool: takes lines, gives back their answers. */
const { caseFolder } = workerData as { caseFolder: string | undefined }
const pipeline = createPipeline(loadRules(caseFolder))

parentPort?.on('message', (lines: readonly Line[]) => {
  parentPort?.postMessage(answerLines(lines, pipeline).map(encodeAnswer))
})
