import type { Interval } from '../span.ts'
import { createColumns, type Columns } from './columns.ts'
import { createTagger, type TaggedTokens, type TaggerModel } from './tagger/index.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createWordForm, type WordForm } from './word-form.ts'
import { TAG, type Words } from './words.ts'

/** Spellings remembered between reports; past that the memory starts anew, so that hostile input cannot fill it. */
const MAX_FORMS = 200_000
/** Prose has a token for every five units of text; room for one in four seldom needs to grow. */
const UNITS_A_TOKEN = 4

/** Splits paragraphs into tokens, tags and sentences. What it says of a paragraph depends on that paragraph alone. */
export type WordReader = (text: string, body: readonly Interval[]) => Words

/** A reader over a tagger's model and a vocabulary that holds all lexicon words already. */
export function createWordReader(model: TaggerModel, vocabulary: Vocabulary): WordReader {
  let forms = new Map<string, WordForm>()
  const formOf = (surface: string): WordForm => {
    const known = forms.get(surface)
    if (known) return known
    if (forms.size >= MAX_FORMS) forms = new Map()
    const made = createWordForm(surface, vocabulary)
    forms.set(surface, made)
    return made
  }
  const tag = createTagger(model, formOf)

  return (text, body) => {
    const units = body.reduce((sum, { start, end }) => sum + end - start, 0)
    const columns = createColumns(text, Math.ceil(units / UNITS_A_TOKEN))
    for (const [paragraph, { start, end }] of body.entries()) appendParagraph(columns, tag(text, start, end), paragraph)
    return columns.finish()
  }
}

/** White space is no token; a paragraph's end is a sentence's end. */
function appendParagraph(columns: Columns, tokens: TaggedTokens<WordForm>, paragraph: number): void {
  columns.reserve(tokens.count)
  let opens = true
  for (let i = 0; i < tokens.count; i++) {
    const token = tokens.token[i]
    if (token && !token.isBlank) {
      const at = tokens.chunkStart[i] ?? 0
      columns.add(
        at + token.start,
        at + token.end,
        Math.min(tokens.tag[i] ?? TAG.X, TAG.X),
        token.form,
        paragraph,
        opens,
      )
      opens = false
    }
    opens ||= tokens.isLast[i] === 1
  }
}
