/**
 * Bytes of unknown encoding as text that can be cut at commas and quotes before it is decoded: one character a byte (Latin-1), so
 * that a file in which one row of a thousand is not UTF-8 loses nothing, and no cut falls into the middle of a character.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

const NOT_ASCII = /[\u0080-\u00ff]/

/** Turns the chunks of a file into byte text without its byte order mark; UTF-16 is brought to UTF-8 first. */
export class ByteTextReader {
  #utf16: InstanceType<typeof TextDecoder> | null = null
  #head: Uint8Array | null = new Uint8Array(0)

  read(chunk: Uint8Array): string {
    if (this.#head === null) return this.#convert(chunk)
    const head = Buffer.concat([this.#head, chunk])
    if (head.length < 3) {
      this.#head = head
      return ''
    }
    this.#head = null
    return this.#open(head)
  }

  /** What is left when the file has ended. */
  end(): string {
    const head = this.#head
    this.#head = null
    const rest = head === null ? '' : this.#open(head)
    return rest + (this.#utf16 ? asBytes(this.#utf16.decode()) : '')
  }

  #open(head: Uint8Array): string {
    const [a, b, c] = head
    if (a === 0xef && b === 0xbb && c === 0xbf) return this.#convert(head.subarray(3))
    if (a === 0xff && b === 0xfe) this.#utf16 = new TextDecoder('utf-16le')
    if (a === 0xfe && b === 0xff) this.#utf16 = new TextDecoder('utf-16be')
    return this.#convert(head)
  }

  #convert(chunk: Uint8Array): string {
    if (this.#utf16) return asBytes(this.#utf16.decode(chunk, { stream: true }))
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
  }
}

/** Decodes byte text: UTF-8 where it is that, else Windows-1252, which holds Latin-1. */
export function decodeByteText(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  const bytes = Buffer.from(text, 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
