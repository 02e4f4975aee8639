import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import type { Interval } from '../span.ts'
import { createColumns, type Columns } from './columns.ts'
import { groupPieces, type Piece } from './pieces.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createWordForm, type WordForm } from './word-form.ts'
import { TAG, type Words } from './words.ts'

/** Spellings remembered between reports; past that the memory starts anew, so that hostile input cannot fill it. */
const MAX_FORMS = 200_000
/** How far a token may stand behind where it is looked for, in UTF-16 units. */
const MAX_GAP = 200
/** Parts the pieces that are handed to the tagger together. */
const BREAK = '\n\n'

/** Splits paragraphs into tokens, tags and sentences. */
export type WordReader = (text: string, body: readonly Interval[]) => Words

/** What the tagger answers for one text. */
interface Tagged {
  readonly values: readonly string[]
  readonly tags: readonly string[]
  /** First and last token of each sentence. */
  readonly sentences: readonly (readonly [number, number])[]
}

/**
 * A reader over a vocabulary that holds all lexicon words already. Tokens, tags and sentence ends come from wink-nlp; offsets are
 * recovered by walking the text along the tokens, so `text.slice(start, end)` always is the token. Paragraphs are tagged together,
 * since each call of the tagger costs as much as some twenty words; sentences end with their paragraph all the same.
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
  const tag = (text: string): Tagged => {
    const document = nlp.readDoc(text)
    const tokens = document.tokens()
    return {
      values: tokens.out(its.value),
      tags: tokens.out(its.pos) as string[],
      sentences: document.sentences().out(its.span) as unknown as [number, number][],
    }
  }

  return (text, body) => {
    const columns = createColumns(text)
    for (const group of groupPieces(text, body)) {
      const joined = group.map(({ start, end }) => text.slice(start, end)).join(BREAK)
      appendGroup(columns, group, joined, tag(joined), formOf)
    }
    return columns.finish()
  }
}

/** Walks tokens and pieces side by side; white space is no token, and a paragraph's end is a sentence's end. */
function appendGroup(
  columns: Columns,
  group: readonly Piece[],
  joined: string,
  { values, tags, sentences }: Tagged,
  formOf: (surface: string) => WordForm,
): void {
  columns.reserve(values.length)
  let [at, piece, sentence, opens] = [0, 0, 0, true]
  let [shift, pieceEnd] = [group[0]?.start ?? 0, lengthOf(group[0])]
  for (let i = 0; i < values.length; i++) {
    if (i > (sentences[sentence]?.[1] ?? values.length)) {
      sentence++
      opens = true
    }
    const value = values[i] ?? ''
    const tag = TAG[tags[i] as keyof typeof TAG] ?? TAG.X
    if (tag === TAG.X && value.trim() === '') continue
    const found = positionOf(joined, value, at)
    if (found < 0) continue
    at = found + value.length
    while (found >= pieceEnd && piece + 1 < group.length) {
      opens ||= group[piece + 1]?.paragraph !== group[piece]?.paragraph
      shift = (group[piece + 1]?.start ?? 0) - pieceEnd - BREAK.length
      piece++
      pieceEnd += BREAK.length + lengthOf(group[piece])
    }
    columns.add(found + shift, at + shift, tag, formOf(value), group[piece]?.paragraph ?? 0, opens)
    opens = false
  }
}

function lengthOf(piece: Piece | undefined): number {
  return piece ? piece.end - piece.start : 0
}

/** Where a token stands: past white space, or else the next place in reach where its letters stand; -1 if nowhere. */
function positionOf(text: string, value: string, cursor: number): number {
  let at = cursor
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  if (text.startsWith(value, at)) return at
  const near = text.slice(at, at + value.length + MAX_GAP).indexOf(value)
  return near < 0 ? -1 : at + near
}

function isBlank(unit: number): boolean {
  return unit <= 32 || unit === 0xa0
}
