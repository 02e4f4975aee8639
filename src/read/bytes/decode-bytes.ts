import { detect } from 'chardet'
import { done, failed, type Result } from '../../base/result.ts'
import { refusal, type ReadFailure } from '../failure.ts'

/** Bytes that the declaration of an HTML page's encoding must lie in (HTML standard: 1,024), with room for sloppy pages. */
const DECLARED_WITHIN_BYTES = 4_096
/** Bytes that the guess looks at. */
const GUESSED_BYTES = 65_536
/** Share of control and replacement characters from which on a text counts as garbage. */
const MAX_GARBAGE_SHARE = 0.02

/**
 * Decodes a page: by its byte order mark; as UTF-8 if it is valid UTF-8, whatever it declares; by the header's or the page's own
 * declaration; by chardet's guess. All encodings of the WHATWG Encoding Standard. Refused: 'unreadable-encoding'.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, place: string): Result<string, ReadFailure> {
  const marked = markedEncoding(bytes)
  const text =
    (marked && decodeAs(marked, bytes)) ??
    (hasZeros(bytes) ? null : decodeAs('utf-8', bytes, true)) ??
    decodeAs(charsetIn(contentType ?? ''), bytes, true) ??
    decodeAs(charsetIn(headOf(bytes)), bytes, true) ??
    decodeAs(detect(bytes.subarray(0, GUESSED_BYTES)), bytes)
  if (text !== null && !isGarbage(text)) return done(text)
  return failed(refusal('unreadable-encoding', place, describe(bytes), 'text in a known encoding'))
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return zerosEncoding(bytes)
}

/** UTF-16 without a mark: western text has a zero in every other byte. */
function zerosEncoding(bytes: Uint8Array): string | null {
  const sampled = Math.min(bytes.length, 1_000)
  const zeros = [0, 0]
  for (let at = 0; at < sampled; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sampled * 0.2 && even < sampled * 0.05) return 'utf-16le'
  return even > sampled * 0.2 && odd < sampled * 0.05 ? 'utf-16be' : null
}

function hasZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, GUESSED_BYTES).includes(0)
}

/** The decoded text; null where the encoding is not known, or `fatal` and the bytes do not fit it. */
function decodeAs(encoding: string | null, bytes: Uint8Array, fatal = false): string | null {
  if (!encoding) return null
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function charsetIn(declaration: string): string | null {
  return /charset\s{0,5}=\s{0,5}["']?([\w-]{2,30})/i.exec(declaration)?.[1] ?? null
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN_BYTES))
}

function isGarbage(text: string): boolean {
  let garbage = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd || unit === 0x7f || (unit < 32 && (unit < 9 || unit > 13) && unit !== 27)) garbage++
  }
  return garbage > MAX_GARBAGE_SHARE * text.length
}

function describe(bytes: Uint8Array): string {
  const head = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `${bytes.length} bytes that begin ${head}`
}
