import { elementAt } from '../../base/element-at.ts'
import type { Atoms } from './atoms.ts'
import { KIND, KINDS } from './kinds.ts'
import type { PhraseNet, PhraseRule } from './phrases.ts'

/** Finds the longest phrase that begins at an atom. */
export type PhraseMatcher = (atoms: Atoms, at: number) => PhraseMatch

/**
 * The rule's index, -1 where no phrase begins, the phrase's first atom past its lead, and the atom after it. The object is used again at
 * the next call.
 */
export interface PhraseMatch {
  readonly rule: number
  readonly start: number
  readonly end: number
}

/** States a lexicon may make at most; the one shipped makes under a thousand. */
const MAX_STATES = 10_000
const WIDTH = KINDS.length

/**
 * Makes one table out of all phrases, so that an atom costs one step however many phrases there are: subset construction
 * (Rabin and Scott 1959). A state is the set of nodes that the words so far may have led to; where two phrases end in one, the first
 * listed wins.
 */
export function createPhraseMatcher(net: PhraseNet): PhraseMatcher {
  const table: number[] = []
  const accepts: number[] = []
  const numbers = new Map<string, number>()
  const pending: (readonly number[])[] = []

  const stateOf = (nodes: readonly number[]): number => {
    const key = nodes.join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    if (numbers.size >= MAX_STATES) throw new RangeError(`the phrases of time make over ${MAX_STATES} states`)
    numbers.set(key, numbers.size)
    pending.push(nodes)
    accepts.push(Math.min(...nodes.map((node) => net.ends.get(node) ?? Infinity)))
    for (let kind = 0; kind < WIDTH; kind++) table.push(0)
    return numbers.size - 1
  }

  stateOf(reachable(net, [0]))
  for (let state = 0; state < pending.length; state++) {
    for (const [kind, nodes] of stepsFrom(net, pending[state] ?? [])) {
      table[state * WIDTH + kind] = stateOf(reachable(net, nodes))
    }
  }
  const rules = accepts.map((rule) => (rule === Infinity ? -1 : rule))
  return createMatcher(Int32Array.from(table), Int32Array.from(rules), net.rules)
}

function stepsFrom(net: PhraseNet, nodes: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const byKind = new Map<number, number[]>()
  for (const node of nodes) {
    for (const [kind, to] of net.steps[node] ?? []) {
      const known = byKind.get(kind)
      if (known) known.push(to)
      else byKind.set(kind, [to])
    }
  }
  return byKind
}

/** The nodes that these lead to without a word, and themselves, in order; those that only lead on are left out. */
function reachable(net: PhraseNet, nodes: readonly number[]): readonly number[] {
  const reached = new Set(nodes)
  for (const node of reached) for (const to of net.free[node] ?? []) reached.add(to)
  return [...reached].filter((node) => net.ends.has(node) || (net.steps[node]?.length ?? 0) > 0).sort((a, b) => a - b)
}

function createMatcher(table: Int32Array, accepts: Int32Array, rules: readonly PhraseRule[]): PhraseMatcher {
  const found = { rule: -1, start: 0, end: 0 }
  const match: PhraseMatcher = (atoms, at) => {
    found.rule = -1
    for (let i = at, state = 0; i < atoms.count; i++) {
      const kind = atoms.kind[i] ?? KIND.none
      state = kind === KIND.none ? 0 : (table[state * WIDTH + kind] ?? 0)
      if (state === 0) break
      const rule = accepts[state] ?? -1
      if (rule < 0) continue
      found.rule = rule
      found.end = i + 1
    }
    const lead = elementAt(rules, found.rule)?.lead ?? 0
    found.start = at + lead
    return lead > 0 ? longerPastLead(atoms) : found
  }

  /** "on the 15th of March": what begins after the lead may reach further than the phrase that needs the lead. */
  const longerPastLead = (atoms: Atoms): PhraseMatch => {
    const withLead = { ...found }
    const past = match(atoms, withLead.start)
    return past.rule >= 0 && past.end > withLead.end ? past : withLead
  }
  return match
}
