import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { done, failed, type Result } from './result.ts'

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
/** Longest piece of what was found that a message shows. */
const MAX_SHOWN = 60

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
    return failed(parsed.error.issues.map((issue) => said(pathOf(issue), sayIssue(issue, content.value))))
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

/** Where an issue points: at the first key that nobody knows, if it is about such keys. */
function pathOf(issue: z.core.$ZodIssue): readonly string[] {
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path.map(String), ...key]
}

/** An issue as "found X, expected Y". A schema's own message is taken for what was expected. */
function sayIssue(issue: z.core.$ZodIssue, content: unknown): string {
  const found = showValue(valueAt(content, issue.path))
  if (issue.code === 'unrecognized_keys') return `found the member ‘${issue.keys[0]}’, expected none of that name`
  if (!issue.message.startsWith('Invalid')) return `found ${found}, expected ${issue.message}`
  if (issue.code === 'invalid_type') return `found ${found}, expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `found ${found}, expected ${issue.values.map(String).join(', ')}`
  return `found ${found}, expected another value (${issue.message})`
}

const TYPE_WORDS: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'members',
  boolean: 'true or false',
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content
  for (const step of path) value = isRecord(value) ? value[String(step)] : undefined
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function showValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isRecord(value)) return 'members'
  const text = typeof value === 'string' ? `‘${value}’` : (JSON.stringify(value) ?? 'nothing')
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
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
