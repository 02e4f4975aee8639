import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { GdalAnswer, GdalTask } from './gdal.ts'

/** The part of gdal3.js that is used; its own types tell less. */
interface Gdal {
  readonly open: (path: string, options: readonly string[]) => Promise<{ readonly datasets: readonly object[] }>
  readonly ogr2ogr: (dataset: object, options: readonly string[]) => Promise<{ readonly local: string }>
  readonly getFileBytes: (path: string) => Promise<Uint8Array>
}
type InitGdal = (options: {
  readonly path: string
  readonly dest: string
  readonly logHandler: () => void
  readonly errorHandler: (message: string) => void
}) => Promise<Gdal>

/** Converts one file. A thread of its own: the library keeps one folder a process for good and writes into its global names. */
async function convert({ name, bytes, openOptions, options }: GdalTask): Promise<GdalAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-gdal-'))
  const complaints: string[] = []
  try {
    const require = createRequire(import.meta.url)
    const init = require('gdal3.js/node.js') as InitGdal
    // The library puts ./ before the path.
    const path = relative(process.cwd(), dirname(require.resolve('gdal3.js')))
    const errorHandler = (message: string) => complaints.push(message)
    const gdal = await init({ path, dest: folder, logHandler: () => undefined, errorHandler })
    const input = join(folder, name)
    writeFileSync(input, bytes)
    const [dataset] = (await gdal.open(input, openOptions)).datasets
    if (!dataset) return { refused: complaints[0] ?? 'no layer' }
    return { bytes: await gdal.getFileBytes((await gdal.ogr2ogr(dataset, options)).local) }
  } catch (cause) {
    return { refused: complaints[0] ?? (cause instanceof Error ? cause.message : JSON.stringify(cause)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

parentPort?.postMessage(await convert(workerData as GdalTask))
