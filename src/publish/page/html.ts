/** Markup that needs no more escaping. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | null | readonly (Html | string)[]

const ESCAPES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Controls, and marks that override the direction of writing: a page of the press could hide words with them. */
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** Makes markup of a template: what stands in it is escaped unless it is markup itself. Words of reports can never become elements. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (const [i, part] of parts.entries()) text += markup(part) + (strings[i + 1] ?? '')
  return { html: text }
}

/** Text as it may stand in markup. */
export function escapeHtml(text: string): string {
  return text
    .replace(UNPRINTABLE, ' ')
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}

/** An address that may be a link: http or https only, so that no `javascript:` of a hostile report can be clicked. */
export function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : null
}

function markup(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return part.toLocaleString('en')
  if ('html' in part) return part.html
  return part.map(markup).join('')
}
