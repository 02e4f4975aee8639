import winkModel from 'wink-eng-lite-web-model'

/** Where a property lies in a row of the lexicon: word, mask, shift. */
type Layout = readonly [number, number, number]

/** The parts of wink-nlp's model that are read here; its own types keep them unnamed. */
interface Core {
  readonly packing: { readonly size: number; readonly layout: Readonly<Record<string, Layout>> }
  readonly lexicon: Uint32Array
  readonly xpansions: Uint32Array
  readonly features: {
    readonly lexeme: { readonly list: readonly string[] }
    readonly pos: { readonly list: readonly string[] }
    readonly posClusters: { readonly list: readonly ReadonlySet<number>[] }
  }
  readonly trex: {
    readonly ltc: readonly (readonly [string, string, number])[]
    readonly rtc: readonly (readonly [string, string, number])[]
    readonly helpers: Readonly<Record<string, readonly [string, string]>>
  }
  readonly preserve: {
    readonly prefix: Readonly<Record<string, boolean>>
    readonly suffix: Readonly<Record<string, boolean>>
  }
}

/** A machine as the model exports it: version, last state, steps by state and symbol, labels, marked parts, properties. */
export type WinkMachine = readonly [
  number,
  number,
  Readonly<Record<string, Readonly<Record<string, number>>>>,
  Readonly<Record<string, string>>,
  Readonly<Record<string, readonly [number, number]>>,
  unknown,
]

/** wink-nlp's model of English with the properties of its spellings by number. */
export interface WinkModel extends Pick<Core, 'features' | 'trex' | 'preserve'> {
  /** A property of a spelling, as the model packs it. */
  readonly property: (spelling: number, name: string) => number
  /** Spelling, normal spelling and tag of each part of a contraction. */
  readonly partsOf: (spelling: number) => readonly (readonly [part: number, normal: number, tag: number])[]
  readonly sentences: WinkMachine
  readonly tags: readonly WinkMachine[]
}

/** Reads the model out of its package. */
export function readWinkModel(): WinkModel {
  const { packing, lexicon, xpansions, features, trex, preserve } = (winkModel.core as () => Core)()
  const property = (spelling: number, name: string): number => {
    const [word, mask, shift] = packing.layout[name] ?? [0, 0, 0]
    return ((lexicon[word + spelling * packing.size] ?? 0) & mask) >>> shift
  }
  const partsOf: WinkModel['partsOf'] = (spelling) => {
    if (property(spelling, 'isContraction') === 0) return []
    // a contraction keeps in place of its lemma where its parts stand, and how many numbers they take
    const pointer = property(spelling, 'lemma')
    const [from, count] = [pointer & 0x3fff, (pointer >>> 14) & 0x1f]
    return Array.from({ length: count / 4 }, (_, i) => {
      const [part = 0, normal = 0, , tag = 0] = xpansions.subarray(from + 4 * i)
      return [part, normal, tag] as const
    })
  }
  const machinesOf = (model: unknown) =>
    (model as () => { machines: readonly string[] })().machines.map((text) => JSON.parse(text) as WinkMachine)
  const [sentences, ...others] = machinesOf(winkModel.sbd)
  if (!sentences || others.length > 0) throw new Error('wink-nlp model: expected one machine for sentences')
  return { features, trex, preserve, property, partsOf, sentences, tags: machinesOf(winkModel.pos) }
}
