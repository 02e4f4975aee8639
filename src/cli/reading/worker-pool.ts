import { Worker } from 'node:worker_threads'
import type { Line } from './split-lines.ts'

/** Threads that each hold a pipeline. */
export interface WorkerPool {
  readonly size: number
  /** The lines' answers, encoded, in the lines' order. Rejects if the thread dies. */
  readonly answer: (lines: readonly Line[]) => Promise<string[]>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (answers: string[]) => void
  readonly reject: (error: Error) => void
}

/** Starts `size` threads; each takes about a second of its core and 200 MB to begin with. */
export function startWorkerPool(size: number, caseFolder: string | undefined): WorkerPool {
  const seats = Array.from({ length: size }, () => createSeat(caseFolder))
  return {
    size,
    answer: (lines) => leastBusy(seats).answer(lines),
    close: async () => {
      await Promise.all(seats.map((seat) => seat.worker.terminate()))
    },
  }
}

interface Seat {
  readonly worker: Worker
  readonly waiting: Waiting[]
  readonly answer: (lines: readonly Line[]) => Promise<string[]>
}

/** A thread answers in the order it is asked, so a queue tells which answer is whose. */
function createSeat(caseFolder: string | undefined): Seat {
  const worker = new Worker(new URL('./batch-worker.ts', import.meta.url), { workerData: { caseFolder } })
  const waiting: Waiting[] = []
  worker.on('message', (answers: string[]) => waiting.shift()?.resolve(answers))
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return {
    worker,
    waiting,
    answer: (lines) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(lines)
      }),
  }
}

function leastBusy(seats: readonly Seat[]): Seat {
  const [first, ...others] = seats
  if (!first) throw new RangeError('a pool without threads')
  return others.reduce((least, seat) => (seat.waiting.length < least.waiting.length ? seat : least), first)
}
