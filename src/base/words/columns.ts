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
  let { start, end, sentence, paragraph, tag } = createRoom(room)
  const form: WordForm[] = []
  const sentences: TokenRange[] = []

  const close = () => {
    if (count > opened) sentences.push({ first: opened, last: count })
    opened = count
  }
  return {
    reserve: (tokens) => {
      if (count + tokens <= tag.length) return
      const larger = createRoom(2 * (count + tokens))
      larger.start.set(start)
      larger.end.set(end)
      larger.sentence.set(sentence)
      larger.paragraph.set(paragraph)
      larger.tag.set(tag)
      ;({ start, end, sentence, paragraph, tag } = larger)
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

/** All columns in one piece of memory: for short texts, five pieces would cost as much as all that is written into them. */
function createRoom(tokens: number) {
  const memory = new ArrayBuffer(17 * tokens)
  const column = (n: number) => new Int32Array(memory, 4 * n * tokens, tokens)
  return {
    start: column(0),
    end: column(1),
    sentence: column(2),
    paragraph: column(3),
    tag: new Uint8Array(memory, 16 * tokens, tokens),
  }
}
