import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { done, failed, type Result } from '../../base/result.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

/** What is wrong with a mapping file, and where. Lines and columns count from 1. */
export interface MappingFault {
  readonly line: number
  readonly column: number
  /** The member, as `act.codes.1.confidence`; empty for the file. */
  readonly member: string
  /** `FILE:LINE:COLUMN member: what was found and expected`. */
  readonly message: string
}

/** Longest mapping file that is read. */
const MAX_CHARACTERS = 1_000_000

/**
 * Reads a mapping file (YAML), `name` being what messages call it. All faults are found, each on its line.
 */
export function parseMapping(yaml: string, name: string): Result<Mapping, readonly MappingFault[]> {
  if (yaml.length > MAX_CHARACTERS)
    return failed([faultAt(name, 1, 1, '', `found ${yaml.length} characters, expected at most ${MAX_CHARACTERS}`)])
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true })
  const faultOn = (offset: number, member: string, text: string): MappingFault => {
    const { line, col } = lines.linePos(offset)
    return faultAt(name, Math.max(1, line), Math.max(1, col), member, text)
  }
  if (document.errors.length > 0)
    return failed(document.errors.map((error) => faultOn(error.pos[0], '', firstLine(error.message))))
  const content = contentOf(document)
  if (!content.ok) return failed([faultOn(0, '', content.failure)])
  const parsed = mappingSchema.safeParse(content.value)
  if (parsed.success) return done(parsed.data)
  return failed(
    parsed.error.issues.map((issue) => {
      const path = pathOf(issue)
      return faultOn(offsetOf(document, path), path.join('.'), issue.message)
    }),
  )
}

/** A file whose aliases multiply into more than a machine holds is refused; the library says so by throwing. */
function contentOf(document: Document): Result<unknown, string> {
  try {
    return done(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return failed(error instanceof Error ? firstLine(error.message) : String(error))
  }
}

function faultAt(name: string, line: number, column: number, member: string, text: string): MappingFault {
  return { line, column, member, message: `${name}:${line}:${column}${member ? ` ${member}` : ''}: ${text}` }
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
}

/** Where an issue points: at the first key that nobody knows, if it is about such keys. */
function pathOf(issue: z.core.$ZodIssue): readonly string[] {
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path.map(String), ...key]
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
