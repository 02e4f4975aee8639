import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { hashText } from '../../../src/base/hash.ts'
import { createVocabulary, createWordReader } from '../../../src/base/words/index.ts'
import { taggerModel } from '../../../src/base/words/model.fixture.ts'
import { createClosedClass, mendTags } from '../../../src/attribute/clauses/index.ts'
import { parseBriefLexicon } from '../../../src/attribute/briefs/brief-lexicon.ts'
import { readScene, type BriefScene } from '../../../src/attribute/briefs/brief-scene.ts'
import { describeClass } from '../../../src/attribute/briefs/class-features.ts'
import { describeTokens } from '../../../src/attribute/briefs/token-features.ts'
import { LABEL } from '../../../src/attribute/briefs/tagger.ts'

/** A sentence made ready for training. */
export interface BriefExample {
  readonly scene: BriefScene
  readonly tokens: readonly Uint16Array[]
  readonly labels: Uint8Array
  readonly features: Uint16Array
  readonly eventClass: number
  /** The gold's spans, in characters. */
  readonly roles: readonly GoldRole[]
  /** Hash of the text: an order that has nothing to do with the corpus. */
  readonly order: number
}

const roleSchema = z.object({ role: z.enum(['source', 'target', 'reciprocal']), start: z.int(), end: z.int() })
type GoldRole = z.infer<typeof roleSchema>
const rowSchema = z.object({ text: z.string(), quad: z.int().min(0).max(4), roles: z.array(roleSchema) })

const LEXICON = new URL('../../../data/lexicon/briefs.yaml', import.meta.url)

/** Reads annotated sentences, one a line: {text, quad, roles: [{role, start, end}]}; sorted by the hash of their texts. */
export function readBriefCorpus(path: string): readonly BriefExample[] {
  const lexicon = parseBriefLexicon(parse(readFileSync(LEXICON, 'utf8')))
  const vocabulary = createVocabulary()
  const closed = createClosedClass(vocabulary)
  const read = createWordReader(taggerModel, vocabulary)
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines
    .map((line): BriefExample => {
      const { text, quad, roles } = rowSchema.parse(JSON.parse(line))
      const words = mendTags(read(text, [{ start: 0, end: text.length }]))
      const scene = readScene(words, { first: 0, last: words.count }, lexicon, closed)
      return {
        scene,
        tokens: describeTokens(scene),
        labels: labelsOf(scene, roles),
        features: describeClass(scene),
        eventClass: quad,
        roles,
        order: hashText(text),
      }
    })
    .sort((a, b) => a.order - b.order)
}

/** Both sides of a meeting: the first acts, a second is met. */
function labelsOf({ words }: BriefScene, roles: readonly GoldRole[]): Uint8Array {
  const labels = new Uint8Array(words.count)
  const inOrder = [...roles].sort((a, b) => a.start - b.start)
  let met = 0
  for (const { role, start, end } of inOrder) {
    const target = role === 'target' || (role === 'reciprocal' && met++ > 0)
    let label: number = target ? LABEL.targetFirst : LABEL.actorFirst
    for (let i = 0; i < words.count; i++) {
      if ((words.start[i] ?? 0) >= end || (words.end[i] ?? 0) <= start) continue
      labels[i] = label
      label = target ? LABEL.targetNext : LABEL.actorNext
    }
  }
  return labels
}
