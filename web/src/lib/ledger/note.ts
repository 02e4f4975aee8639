/** A line of signature under a checkpoint: who signed, with which key. */
export interface Signature {
  readonly name: string
  /** First four bytes of the signature line, hexadecimal: the key's id. */
  readonly keyId: string
}

/** The signatures under a signed note, in order: the log's own first, then its witnesses'. */
export function signaturesOf(note: string): readonly Signature[] {
  return note.split('\n').flatMap((line) => {
    const [, name, signature] = /^— (\S+) (\S+)$/.exec(line) ?? []
    return name === undefined || signature === undefined ? [] : [{ name, keyId: keyIdOf(signature) }]
  })
}

function keyIdOf(signature: string): string {
  return Array.from(atob(signature).slice(0, 4), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

/** What a checkpoint's text says: which log, how long, and its root in base64. */
export function checkpointOf(note: string): { readonly origin: string; readonly size: number; readonly root: string } {
  const [origin = '', size = '', root = ''] = note.split('\n')
  return { origin, size: Number(size), root }
}
