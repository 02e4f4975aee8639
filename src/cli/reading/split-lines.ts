/** A line of the input: its number from 1, and its text; null where it is longer than the bound. */
export interface Line {
  readonly number: number
  readonly text: string | null
}

const LINE_FEED = 10
/** A page of 10 MiB with every character escaped, and room for the rest. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

/**
 * Cuts a stream of UTF-8 into lines, in batches as they come, so that nobody waits for a line that is there; blank lines are left out.
 * A line over the bound is passed over without being kept. (Default bound: 64 MiB)
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<Line[]> {
  const rest = createRest(maxLineBytes)
  let number = 0
  const lineOf = (): Line => ({ number: ++number, text: rest.take() })
  for await (const chunk of chunks) {
    const lines: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      rest.add(chunk.subarray(from, at))
      lines.push(lineOf())
      from = at + 1
    }
    rest.add(chunk.subarray(from))
    yield lines.filter(isThere)
  }
  yield [lineOf()].filter(isThere)
}

function isThere({ text }: Line): boolean {
  return text === null || text.trim() !== ''
}

/** The line that has begun. */
function createRest(maxBytes: number): { add: (bytes: Uint8Array) => void; take: () => string | null } {
  let parts: Uint8Array[] = []
  let length = 0
  return {
    add: (bytes) => {
      length += bytes.length
      if (length > maxBytes) parts = []
      else parts.push(bytes)
    },
    take: () => {
      // a byte order mark goes with decoding
      const text =
        length > maxBytes ? null : new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
      parts = []
      length = 0
      return text
    },
  }
}
