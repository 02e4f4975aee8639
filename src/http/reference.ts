import { createHash } from 'node:crypto'
import type { OpenApiDocument } from './openapi.ts'

const CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; font: 600 1rem/1.5 ui-monospace, monospace; border-top: 1px solid #8886; padding-top: 1rem; }
h2 span { text-transform: uppercase; margin-right: .75rem; opacity: .75; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: start; vertical-align: top; padding: .2rem .75rem .2rem 0; }
td:first-child { font-family: ui-monospace, monospace; white-space: nowrap; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8886; font-size: .85rem; } summary { cursor: pointer; }
`

/** The page's one style, and how a content security policy names it. */
export const REFERENCE_STYLE = {
  csp: `sha256-${createHash('sha256').update(CSS).digest('base64')}`,
} as const

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: { readonly [status: string]: { readonly description?: string; readonly content?: Content } }
  readonly 'x-permission'?: { readonly who: string | readonly string[]; readonly scope: string }
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: { readonly description?: string }
}

interface Content {
  readonly [mediaType: string]: { readonly schema?: unknown }
}

/** Draws the document as a page: every operation, who may do it, what it takes and gives. No script, nothing from elsewhere. */
export function drawReference(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as { readonly [method: string]: Operation }).map(([method, operation]) =>
      drawOperation(method, path, operation),
    ),
  )
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => `<h2 id="${escape(name)}">${escape(name)}</h2>${drawSchema(schema)}`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Truceline: the API</title><style>${CSS}</style></head>
<body><main><h1>The API of Truceline</h1>
${(document.info.description ?? '')
  .split('\n\n')
  .map((text) => `<p>${inCode(text)}</p>`)
  .join('\n')}
<p>The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
${operations.join('\n')}
<h1>Shapes</h1>
${schemas.join('\n')}
</main></body></html>
`
}

function drawOperation(method: string, path: string, operation: Operation): string {
  const { operationId = '', summary = '', parameters = [], requestBody, responses = {} } = operation
  const { who = '', scope = '' } = operation['x-permission'] ?? {}
  const rows = parameters.map(({ name, in: place, required, description, schema }) => {
    const said = description ?? schema?.description ?? ''
    return `<tr><td>${escape(name)}</td><td>${escape(place)}${required ? ', needed' : ''}</td><td>${escape(said)}</td></tr>`
  })
  const answers = Object.entries(responses).map(
    ([status, { description = '', content = {} }]) =>
      `<tr><td>${escape(status)}</td><td>${escape(Object.keys(content).join(', '))}</td><td>${escape(description)}</td></tr>`,
  )
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<details><summary>Body: ${escape(type)}</summary>${drawSchema(schema)}</details>`,
  )
  return `<section><h2 id="${escape(operationId)}"><span>${escape(method)}</span>${escape(path)}</h2>
<p>${escape(summary)}.</p>
<p>Who may: ${escape([who].flat().join(', '))}. Scope of tokens: ${escape(scope)}. Name: <code>${escape(operationId)}</code>.</p>
<table>${rows.join('')}</table>${bodies.join('')}<table>${answers.join('')}</table></section>`
}

function drawSchema(schema: unknown): string {
  return `<pre>${escape(JSON.stringify(schema, null, 1) ?? '')}</pre>`
}

function inCode(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
