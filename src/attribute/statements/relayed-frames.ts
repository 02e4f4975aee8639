import { TAG } from '../../base/words/index.ts'
import { isBreak } from './content-candidates.ts'
import { isPassive, tagAt } from './cue-features.ts'
import type { Frame } from './frame.ts'
import type { Layout } from './layout.ts'
import { endOf, leftStart, lowerAt, verbsIn, type Region } from './region.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

const QUOTING = new Set(['quoted', 'quotes', 'cited', 'cites', 'quoting', 'citing'])
const REACH = 16

/** "AGENCY quoted X as saying", "X is quoted by AGENCY as saying", with the words before it or behind it. */
export function readQuotedAs(layout: Layout, i: number, region: Region): Frame | null {
  if (!QUOTING.has(lowerAt(layout, i))) return null
  const saying = findSaying(layout, i, region)
  if (saying < 0) return null
  const passive = isPassive(layout, i)
  const named = passive ? phraseBefore(layout, i, region) : phraseAfter(layout, i + 1, saying)
  const relay = passive ? null : phraseBefore(layout, i, region)
  if (!named) return null
  const zone = (passive ? named : relay)?.first ?? i
  const leftEnd = isBreak(layout, zone - 1) ? zone - 1 : zone
  const left = leftStart(layout, region, leftEnd)
  const hasLeft = leftEnd > left && verbsIn(layout, left, leftEnd) + (leftEnd - left > 1 ? 1 : 0) > 0
  const end = endOf(layout, region)
  const right = isBreak(layout, saying + 1) ? saying + 2 : saying + 1
  const hasRight = right < end && (!hasLeft || isBreak(layout, saying + 1))
  const content = [hasLeft ? left : -1, hasLeft ? leftEnd : -1, hasRight ? right : -1, hasRight ? end : -1, -1, -1]
  return { content, source: named ? [named.first, named.last] : null, via: relay ? [relay.first, relay.last] : null }
}

function findSaying(layout: Layout, i: number, region: Region): number {
  for (let p = i + 1; p < Math.min(region.last, i + REACH); p++) {
    if (lowerAt(layout, p) === 'as' && lowerAt(layout, p + 1).endsWith('ing')) return p + 1
  }
  return -1
}

function phraseAfter(layout: Layout, p: number, limit: number) {
  return isNominal(layout, p) ? phraseAround(layout, p, p, limit) : null
}

/** The phrase before a cue and its auxiliaries; before an apposition between commas, the name it belongs to. */
function phraseBefore(layout: Layout, i: number, region: Region) {
  let p = i - 1
  while (p > region.first && (tagAt(layout, p) === TAG.AUX || tagAt(layout, p) === TAG.ADV)) p--
  if (lowerAt(layout, p) === ',') {
    let q = p - 1
    while (q > region.first && p - q < 8 && !isBreak(layout, q)) q--
    if (isBreak(layout, q) && isNominal(layout, q - 1)) return phraseAround(layout, q - 1, region.first, q)
    return null
  }
  return p >= region.first && isNominal(layout, p) ? phraseAround(layout, p, region.first, p + 1) : null
}

/** "... was denied by X", "it was announced by X that ...": the agent speaks. */
export function readPassive(layout: Layout, i: number, region: Region): Frame | null {
  if (!isPassive(layout, i)) return null
  const by = findBy(layout, i, region)
  if (by < 0) return null
  const agent = phraseAround(layout, by + 1, by + 1, region.last)
  const source: readonly [number, number] = [agent.first, agent.last]
  let aux = i - 1
  while (aux > region.first && tagAt(layout, aux) !== TAG.NOUN && isAuxiliary(layout, aux - 1)) aux--
  const end = endOf(layout, region)
  if (lowerAt(layout, aux - 1) !== 'it') {
    const left = leftStart(layout, region, aux)
    return aux > left ? { content: [left, aux, -1, -1, -1, -1], source, via: null } : null
  }
  let right = agent.last
  while (right < end && !isBreak(layout, right) && !BEGINS.has(lowerAt(layout, right))) right++
  if (right >= end - 1) return null
  const start = lowerAt(layout, aux - 2) === 'as' ? aux - 2 : aux - 1
  const inset = isBreak(layout, start - 1) && isBreak(layout, right)
  const left = inset ? leftStart(layout, region, start - 1) : -1
  const from = isBreak(layout, right) ? right + 1 : right
  return { content: [left, inset ? start - 1 : -1, from, end, -1, -1], source, via: null }
}

const BEGINS = new Set(['that', 'to'])

function isAuxiliary(layout: Layout, p: number): boolean {
  const tag = tagAt(layout, p)
  return tag === TAG.AUX || tag === TAG.ADV || tag === TAG.PART
}

/** The "by" of a passive, at most ten words on, with no break, verb or clause between; -1 for none. */
function findBy(layout: Layout, i: number, region: Region): number {
  for (let p = i + 1; p < Math.min(region.last - 1, i + 10); p++) {
    if (lowerAt(layout, p) === 'by' && isNominal(layout, p + 1)) return p
    if (isBreak(layout, p) || tagAt(layout, p) === TAG.VERB || lowerAt(layout, p) === 'that') return -1
  }
  return -1
}
