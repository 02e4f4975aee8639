/** What the bytes of a page are, or the name of what they are instead. */
export type BytesKind =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'characters' }
  | { readonly kind: 'other'; readonly name: string }

/** First bytes of files that hold no page, as latin1. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a zip archive or office document'],
  ['\u0089PNG', 'a PNG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['\u007fELF', 'a program'],
  ['RIFF', 'a sound, film or picture'],
  ['ID3', 'a sound'],
]
/** PDF readers look for the header this far in. */
const PDF_HEADER_WITHIN_BYTES = 1_024

/** Tells by its first bytes what a file is; what the sender says of it is not believed. */
export function kindOfBytes(bytes: Uint8Array): BytesKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN_BYTES))
  for (const [signature, name] of OTHERS) {
    if ([...signature].every((character, at) => bytes[at] === character.charCodeAt(0))) return { kind: 'other', name }
  }
  return head.includes('%PDF-') ? { kind: 'pdf' } : { kind: 'characters' }
}

const MARKUP_START =
  /^\s{0,200}<(?:!doctype\s+html|html|head|body|\?xml|!--|article|main|div|p|h1|meta|table|section)\b/i
const MARKUP_INSIDE = /<\/(?:p|div|body|html|article|td|h1)>/i
const SEARCHED_CHARACTERS = 20_000

/** Whether decoded characters are HTML: by what they look like, or what the sender says. */
export function isHtml(text: string, contentType: string | null): boolean {
  const head = text.slice(0, SEARCHED_CHARACTERS)
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '')) return head.includes('<')
  return MARKUP_START.test(head) || MARKUP_INSIDE.test(head)
}
