import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { broken } from './backup-error.ts'
import { createLineDigest, lineSchema, type BackupLine } from './lines.ts'

/** Reads a backup line by line and holds it against its end. Throws `BackupError` where a line is damaged or the end is missing. */
export async function* readBackupLines(file: string): AsyncGenerator<BackupLine> {
  const digest = createLineDigest()
  let ended = false
  for await (const text of linesIn(file)) {
    if (ended) throw broken('backup-damaged', `line ${digest.lines() + 2}`, 'a line after the end', 'none')
    const line = parseLine(text, digest.lines() + 1)
    if (line.line === 'end') {
      const sound = line.lines === digest.lines() && line.sha256 === digest.sha256()
      if (!sound) throw broken('backup-damaged', file, 'other lines', 'those whose digest its end tells')
      ended = true
    } else {
      digest.add(text)
      yield line
    }
  }
  if (!ended) throw broken('backup-damaged', file, `${digest.lines()} lines and no end`, 'a whole backup')
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = createGunzip()
  source.on('error', (cause) => unzipped.destroy(cause))
  // whoever stops at a damaged line has stopped listening, too, to what the rest of the file does to the stream
  unzipped.on('error', () => undefined)
  try {
    yield* createInterface({ input: source.pipe(unzipped), crlfDelay: Infinity })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    if (!code.startsWith('Z_')) throw cause
    const isOther = code === 'Z_DATA_ERROR' && unzipped.bytesWritten < 64
    throw broken(isOther ? 'backup-malformed' : 'backup-damaged', file, 'damaged or no gzip', 'a whole backup')
  } finally {
    source.destroy()
    unzipped.destroy()
  }
}

function parseLine(text: string, number: number): BackupLine {
  const place = `line ${number}`
  const code = number === 1 ? 'backup-malformed' : 'backup-damaged'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw broken(code, place, 'no JSON', 'a line of a backup')
  }
  const line = lineSchema.safeParse(value)
  if (line.success) return line.data
  throw broken(code, place, 'another form', 'a line of a backup of this version')
}
