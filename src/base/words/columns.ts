import type { WordForm } from './word-form.ts'
import type { TokenRange, Words } from './words.ts'

/** Columns of tokens while they are filled. */
export interface Columns {
  /** Adds a token; `opens` begins a new sentence with it. */
  readonly add: (start: number, end: number, tag: number, form: WordForm, paragraph: number, opens: boolean) => void
  /** Makes room for so many more tokens. */
  readonly reserve: (tokens: number) => void
  readonly finish: () => Words
}

/** Empty columns over a text, with room for so many tokens at first. */
export function createColumns(text: string, room: number): Columns {
  let count = 0
  let opened = 0
  let [start, end, sentence, paragraph] = [room, room, room, room].map((size) => new Int32Array(size)) as Four
  let tag = new Uint8Array(room)
  const form: WordForm[] = []
  const sentences: TokenRange[] = []

  const close = () => {
    if (count > opened) sentences.push({ first: opened, last: count })
    opened = count
  }
  return {
    reserve: (tokens) => {
      if (count + tokens <= tag.length) return
      const size = 2 * (count + tokens)
      start = grown(start, size)
      end = grown(end, size)
      sentence = grown(sentence, size)
      paragraph = grown(paragraph, size)
      const tags = new Uint8Array(size)
      tags.set(tag)
      tag = tags
    },
    add: (from, to, kind, word, at, opens) => {
      if (opens) close()
      start[count] = from
      end[count] = to
      tag[count] = kind
      sentence[count] = sentences.length
      paragraph[count] = at
      form.push(word)
      count++
    },
    finish: () => {
      close()
      return {
        text,
        count,
        start: start.subarray(0, count),
        end: end.subarray(0, count),
        tag: tag.subarray(0, count),
        form,
        sentence: sentence.subarray(0, count),
        paragraph: paragraph.subarray(0, count),
        sentences,
      }
    },
  }
}

type Four = [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>]

function grown(column: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size)
  larger.set(column)
  return larger
}
