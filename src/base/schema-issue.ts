import type { z } from 'zod'

/** Longest piece of what was found that a message shows. */
const MAX_SHOWN = 60

/** Where something does not fit a schema, and how: "found X, expected Y". */
export interface SaidIssue {
  readonly path: readonly string[]
  readonly text: string
}

/**
 * A schema's issue with some content, for people. A message that the schema has of its own is taken for what was expected. Of alternatives
 * the one that the content comes nearest to is told.
 */
export function sayIssue(issue: z.core.$ZodIssue, content: unknown): SaidIssue {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]?.[0]
    // the issues of an alternative are told from where the alternatives stand
    if (nearest) return sayIssue({ ...nearest, path: [...issue.path, ...nearest.path] }, content)
  }
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return { path: [...issue.path.map(String), ...key], text: wordsOf(issue, content) }
}

/** How the library begins its messages; any other is the schema's. */
const LIBRARYS_OWN = /^(?:Invalid|Too small|Too big|Unrecognized)/

function wordsOf(issue: z.core.$ZodIssue, content: unknown): string {
  const value = valueAt(content, issue.path)
  const found = showValue(value)
  if (!LIBRARYS_OWN.test(issue.message)) return `found ${found}, expected ${issue.message.replace(/^expected /, '')}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return `found the member ‘${issue.keys[0]}’, expected none of that name`
    case 'invalid_type':
      return `found ${found}, expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `found ${found}, expected ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return `found ${found}, expected ${'options' in issue && issue.options ? issue.options.map(String).join(', ') : 'another value'}`
    case 'too_small':
      return `found ${sizeOf(value)}, expected at least ${issue.minimum}`
    case 'too_big':
      return `found ${sizeOf(value)}, expected at most ${issue.maximum}`
    default:
      return `found ${found}, expected another value (${issue.message})`
  }
}

const TYPE_WORDS: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'members',
  boolean: 'true or false',
}

/** What a bound is about: the number itself, else how much there is. */
function sizeOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} of them`
  return typeof value === 'string' ? `${value.length} characters` : showValue(value)
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
