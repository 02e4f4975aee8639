import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A file to convert, and how ogr2ogr is to do it. */
export interface GdalTask {
  /** Its ending tells GDAL what it is. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Options of the driver that reads it. */
  readonly openOptions: readonly string[]
  readonly options: readonly string[]
}

/** The converted file, or why GDAL does not take it. */
export type GdalAnswer = { readonly bytes: Uint8Array } | { readonly refused: string }

/** Converts a file of features by GDAL's ogr2ogr, compiled to WebAssembly, in a thread that ends with it. Takes about a second to start. */
export async function convertByGdal(task: GdalTask): Promise<GdalAnswer> {
  const worker = new Worker(new URL('gdal-worker.ts', import.meta.url), { workerData: task })
  try {
    const [answer] = (await once(worker, 'message')) as [GdalAnswer]
    return answer
  } finally {
    await worker.terminate()
  }
}
