import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { done, failed, type Result } from './result.ts'
import { sayIssue } from './schema-issue.ts'

/** What is wrong with a YAML file, and where. Lines and columns count from 1. */
export interface YamlFault {
  readonly line: number
  readonly column: number
  /** The member, as `zones.0.shape`; empty for the file. */
  readonly member: string
  /** `FILE:LINE:COLUMN member: found X, expected Y`. */
  readonly message: string
}

/** A fault that the schema cannot know of: a name that leads nowhere. */
export interface ContentFault {
  readonly path: readonly (string | number)[]
  readonly found: string
  readonly expected: string
}

/** Longest file that is read. */
const MAX_CHARACTERS = 1_000_000

/**
 * Reads a YAML file by a schema, `name` being what messages call it. All faults are found, each on its line; `check` looks for those
 * that the schema cannot know of, once the form is right.
 */
export function readYamlFile<S extends z.ZodType>(
  yaml: string,
  name: string,
  schema: S,
  check: (value: z.infer<S>) => Iterable<ContentFault> = () => [],
): Result<z.infer<S>, readonly YamlFault[]> {
  if (yaml.length > MAX_CHARACTERS) {
    const message = `found ${yaml.length} characters, expected at most ${MAX_CHARACTERS}`
    return failed([{ line: 1, column: 1, member: '', message: `${name}:1:1: ${message}` }])
  }
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true })
  const faultOn = (offset: number, member: string, text: string): YamlFault => {
    const { line, col } = lines.linePos(offset)
    const [row, column] = [Math.max(1, line), Math.max(1, col)]
    return { line: row, column, member, message: `${name}:${row}:${column}${member ? ` ${member}` : ''}: ${text}` }
  }
  if (document.errors.length > 0)
    return failed(document.errors.map(({ pos, message }) => faultOn(pos[0], '', sayYamlError(message))))
  const content = contentOf(document)
  if (!content.ok) return failed([faultOn(0, '', `found ${content.failure}, expected a plain YAML file`)])
  const parsed = schema.safeParse(content.value)
  const said = (path: readonly string[], text: string) => faultOn(offsetOf(document, path), path.join('.'), text)
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => sayIssue(issue, content.value))
    return failed(issues.map(({ path, text }) => said(path, text)))
  }
  const faults = [...check(parsed.data)].map(({ path, found, expected }) =>
    said(path.map(String), `found ${found}, expected ${expected}`),
  )
  return faults.length > 0 ? failed(faults) : done(parsed.data)
}

/** The library's own words, without the excerpt below them. */
function sayYamlError(message: string): string {
  const end = message.search(/ at line \d+|\n/)
  const text = (end < 0 ? message : message.slice(0, end)).replace(/:$/, '')
  return `found no YAML (${text}), expected YAML 1.2`
}

/** A file whose aliases multiply into more than a machine holds is refused; the library says so by throwing. */
function contentOf(document: Document): Result<unknown, string> {
  try {
    return done(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return failed(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

/** The offset of the key, or the list's member, that a path leads to; of the last step that the file has. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === step)
      if (!pair || !isNode(pair.key)) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset
    }
  }
  return offset
}
