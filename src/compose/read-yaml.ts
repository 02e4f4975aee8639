import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parse } from 'yaml'

/**
 * Reads a YAML file of plain values. What was parsed once is kept as JSON in `folder`, under the hash of the file's text: parsing the
 * lexicons takes a quarter of a start, reading them back a millisecond. What cannot be kept or read back is parsed again.
 * @throws Error of the file system where the file is missing, YAMLParseError where it is malformed
 */
export function readYaml(path: string, folder: string): unknown {
  const text = readFileSync(path, 'utf8')
  const kept = `${folder}/${createHash('sha256').update(text).digest('hex')}.json`
  return readKept(kept) ?? keep(kept, parse(text))
}

function readKept(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Written aside and moved, so that nobody reads half a file. */
function keep(path: string, value: unknown): unknown {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const aside = `${path}.${process.pid}`
    writeFileSync(aside, JSON.stringify(value))
    renameSync(aside, path)
  } catch {
    // a project that cannot be written to starts a little slower
  }
  return value
}
