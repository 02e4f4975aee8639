import { SPACE_TAG, type TaggerData } from '../../src/base/words/tagger/index.ts'
import { convertMachine, eventOfHint, eventsOf } from './convert-machine.ts'
import { ABBREVIATION, createSpellingKinds, tagsOfCluster } from './spelling-kinds.ts'
import { tagNumbers } from './tag-numbers.ts'
import type { WinkModel } from './wink-model.ts'

/** Converts wink-nlp's model of English into the tagger's. */
export function convertModel(wink: WinkModel): TaggerData {
  const { lexeme, pos } = wink.features
  const tagOf = tagNumbers(pos.list)
  const sentences = numbered(eventsOf([wink.sentences]), 1)
  const hints = lexeme.list.map((_, i) => eventOfHint(wink.property(i, 'posHint')))
  const tags = new Map([...pos.list.map((_, tag) => [tag, tagOf(tag)] as const), ...numbered(hints, SPACE_TAG + 1)])
  const kinds = createSpellingKinds(wink, { sentences, tags })

  return {
    spellings: new Map(lexeme.list.map((text, i) => [text, kinds.kindOf(i)])),
    contractions: contractionsOf(wink, (part, normal, tag) => kinds.kindOf(part, normal, tag)),
    kinds: kinds.all(),
    split: splitRulesOf(wink),
    sentences: convertMachine(wink.sentences, () => 1, sentences),
    tags: wink.tags.map((machine) =>
      convertMachine(machine, (label) => Math.sign(Number(label)) * tagOf(Math.abs(Number(label))), tags),
    ),
    unknown: { mayBe: tagsOfCluster(wink, 0), abbreviation: sentences.get(eventOfHint(ABBREVIATION)) ?? 0 },
  }
}

function contractionsOf(
  { features, partsOf }: WinkModel,
  kindOf: (part: number, normal: number, tag: number) => number,
): TaggerData['contractions'] {
  const { list } = features.lexeme
  const rows = list.map((text, i) => {
    const parts = partsOf(i).map(([part, normal, tag]) => [list[part] ?? '', kindOf(part, normal, tag)] as const)
    return [text, parts] as const
  })
  return new Map(rows.filter(([, parts]) => parts.length > 0))
}

function splitRulesOf({ trex, preserve }: WinkModel): TaggerData['split'] {
  const helper = (name: string) => {
    const expression = trex.helpers[name]
    if (!expression) throw new Error(`wink-nlp model: expected an expression named ${name}`)
    return expression
  }
  return {
    whole: trex.ltc,
    inner: trex.rtc,
    marked: helper('anyWithRP'),
    opened: helper('anyWithLP'),
    enclosed: helper('LPanyRP'),
    keptPrefixes: Object.keys(preserve.prefix),
    keptSuffixes: Object.keys(preserve.suffix),
  }
}

/** Numbers different values in ascending order. */
function numbered(values: readonly number[], first: number): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].sort((a, b) => a - b).map((value, i) => [value, first + i]))
}
