import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import type { Interval } from '../span.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createWordForm, type WordForm } from './word-form.ts'
import { TAG, type TokenRange, type Words } from './words.ts'

/** Spellings remembered between reports; past that the memory starts anew, so that hostile input cannot fill it. */
const MAX_FORMS = 200_000
/** Longest piece handed to the tagger at once; bounds what one unbroken paragraph can cost. */
const MAX_PIECE = 6_000
/** Longest word worth tagging; a longer run without white space is cut. */
const MAX_RUN = 200

/** Splits paragraphs into tokens, tags and sentences. */
export type WordReader = (text: string, body: readonly Interval[]) => Words

/**
 * A reader over a vocabulary that holds all lexicon words already. Tokens, tags and sentence ends come from wink-nlp;
 * offsets are recovered from its white-space record and checked, so `text.slice(start, end)` always is the token.
 */
export function createWordReader(vocabulary: Vocabulary): WordReader {
  const nlp = winkNlp(winkModel, ['sbd', 'pos'])
  const its = nlp.its
  let forms = new Map<string, WordForm>()

  const formOf = (surface: string): WordForm => {
    const known = forms.get(surface)
    if (known) return known
    if (forms.size >= MAX_FORMS) forms = new Map()
    const made = createWordForm(surface, vocabulary)
    forms.set(surface, made)
    return made
  }

  return (text, body) => {
    const columns = createColumns()
    for (const [paragraph, interval] of body.entries()) {
      for (const piece of piecesOf(text, interval)) {
        const slice = text.slice(piece.start, piece.end)
        const document = nlp.readDoc(slice)
        const tokens = document.tokens()
        appendTokens(columns, paragraph, slice, piece.start, formOf, {
          values: tokens.out(its.value),
          tags: tokens.out(its.pos) as string[],
          gaps: tokens.out(its.precedingSpaces),
          sentences: document.sentences().out(its.span) as unknown as [number, number][],
        })
      }
    }
    return finishColumns(text, columns)
  }
}

interface Columns {
  readonly start: number[]
  readonly end: number[]
  readonly tag: number[]
  readonly form: WordForm[]
  readonly sentence: number[]
  readonly paragraph: number[]
  readonly sentences: TokenRange[]
}

interface TaggedPiece {
  readonly values: readonly string[]
  readonly tags: readonly string[]
  readonly gaps: readonly string[]
  readonly sentences: readonly (readonly [number, number])[]
}

function createColumns(): Columns {
  return { start: [], end: [], tag: [], form: [], sentence: [], paragraph: [], sentences: [] }
}

function appendTokens(
  columns: Columns,
  paragraph: number,
  slice: string,
  offset: number,
  formOf: (surface: string) => WordForm,
  tagged: TaggedPiece,
): void {
  let cursor = 0
  for (const [first, last] of tagged.sentences) {
    const opened = columns.start.length
    for (let i = first; i <= last; i++) {
      const value = tagged.values[i] ?? ''
      const at = positionOf(slice, value, cursor, (tagged.gaps[i] ?? '').length)
      if (at < 0) continue
      cursor = at + value.length
      const tag = TAG[tagged.tags[i] as keyof typeof TAG]
      if (tag === undefined && value.trim() === '') continue
      columns.start.push(offset + at)
      columns.end.push(offset + cursor)
      columns.tag.push(tag ?? TAG.X)
      columns.form.push(formOf(value))
      columns.sentence.push(columns.sentences.length)
      columns.paragraph.push(paragraph)
    }
    if (columns.start.length > opened) columns.sentences.push({ first: opened, last: columns.start.length })
  }
}

/** Where a token stands: right after its gap, or else the next place in reach where its letters stand; -1 if nowhere. */
function positionOf(slice: string, value: string, cursor: number, gap: number): number {
  if (value === '') return -1
  if (slice.startsWith(value, cursor + gap)) return cursor + gap
  const near = slice.slice(cursor, cursor + gap + value.length + MAX_RUN).indexOf(value)
  return near < 0 ? -1 : cursor + near
}

function finishColumns(text: string, columns: Columns): Words {
  return {
    text,
    count: columns.start.length,
    start: Int32Array.from(columns.start),
    end: Int32Array.from(columns.end),
    tag: Uint8Array.from(columns.tag),
    form: columns.form,
    sentence: Int32Array.from(columns.sentence),
    paragraph: Int32Array.from(columns.paragraph),
    sentences: columns.sentences,
  }
}

/** Cuts a paragraph into pieces that the tagger can take: at sentence ends or white space where it is too long. */
function* piecesOf(text: string, { start, end }: Interval): Generator<Interval> {
  let from = start
  while (from < end) {
    let to = Math.min(end, from + MAX_PIECE)
    if (to < end) to = cutBefore(text, from, to)
    yield { start: from, end: to }
    from = to
  }
}

function cutBefore(text: string, from: number, to: number): number {
  const window = text.slice(from, to)
  const sentenceEnd = Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'))
  if (sentenceEnd > MAX_PIECE / 2) return from + sentenceEnd + 1
  const space = window.lastIndexOf(' ')
  if (space > 0) return from + space + 1
  const unit = text.charCodeAt(to - 1)
  return unit >= 0xd800 && unit <= 0xdbff ? to - 1 : to
}
