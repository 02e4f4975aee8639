import { UNTOLD } from '../claims/claim-table.ts'
import type { Origin } from '../../model/index.ts'
import { isNearCopy } from './near-copy.ts'
import { areAlikeNames } from '../speakers/speaker-name.ts'
import type { Utterance } from './utterances.ts'

/** An origin with the utterances that carry it. */
export interface TracedOrigin {
  readonly origin: Origin
  readonly utterances: readonly Utterance[]
}

/** A speaker's words on one event, told within so many days, are one utterance: pages copy it late. What is said later is said anew. */
const ONE_UTTERANCE_DAYS = 14

/**
 * Traces utterances to their origins: the same speaker on the same event in the same days, whatever outlets relay it, and near-copies of one
 * text even where nobody is named. Names told in full come first and the others are compared with them, so that a bare "the ministry" never makes
 * one of two ministries.
 */
export function findOrigins(utterances: readonly Utterance[]): readonly TracedOrigin[] {
  const groups: Utterance[][] = []
  for (const utterance of utterances.toSorted(byFullness)) {
    const group = groups.find((it) => spokenFor(it).every((other) => areOneOrigin(utterance, other)))
    if (group) group.push(utterance)
    else groups.push([utterance])
  }
  return groups.map((group) => ({ origin: describeOrigin(group), utterances: group }))
}

/** How many speakers, each once, stand behind origins. */
export function countIndependent(origins: readonly TracedOrigin[]): number {
  const speakers: Utterance[] = []
  for (const { utterances } of origins) {
    const first = utterances[0]
    if (first && !speakers.some((other) => areOneSpeaker(first, other))) speakers.push(first)
  }
  return speakers.length
}

/** Whom a newcomer to a group is compared with: its fullest name, so that a bare one bridges nothing; all where nobody is named. */
function spokenFor(group: readonly Utterance[]): readonly Utterance[] {
  return group[0]?.speaker.kind === 'named' ? group.slice(0, 1) : group
}

/**
 * Whether two utterances are one origin's. An outlet that tells in its own words what a source told that it names itself is no second witness; a
 * desk that leaves the name out is found by its words.
 */
function areOneOrigin(a: Utterance, b: Utterance): boolean {
  if (!areNear(a, b)) return false
  if (areOneSpeaker(a, b) || doesCite(a, b) || doesCite(b, a)) return true
  return !(a.speaker.kind === 'named' && b.speaker.kind === 'named') && isNearCopy(a.shingles, b.shingles)
}

function doesCite(voice: Utterance, source: Utterance): boolean {
  return source.speaker.kind === 'named' && voice.cites.some((cited) => areAlikeNames(cited, source.speaker))
}

function areOneSpeaker(a: Utterance, b: Utterance): boolean {
  if (a.speaker.kind !== b.speaker.kind) return false
  if (a.speaker.kind === 'named') return areAlikeNames(a.speaker, b.speaker)
  // Everybody has "sources" and a voice of their own: they are one only within one outlet.
  return a.outlet !== '' && a.outlet === b.outlet && a.speaker.name === b.speaker.name
}

function areNear(a: Utterance, b: Utterance): boolean {
  return a.published === UNTOLD || b.published === UNTOLD || Math.abs(a.published - b.published) <= ONE_UTTERANCE_DAYS
}

/** Named before unnamed before the outlets themselves; long names first; then by report, so that the order of arrival does not matter. */
function byFullness(a: Utterance, b: Utterance): number {
  const rank = (it: Utterance): number => (it.speaker.kind === 'named' ? 0 : it.speaker.kind === 'unnamed' ? 1 : 2)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.speaker.words.size !== b.speaker.words.size) return b.speaker.words.size - a.speaker.words.size
  if (a.report !== b.report) return a.report < b.report ? -1 : 1
  return (a.rows[0] ?? 0) - (b.rows[0] ?? 0)
}

function describeOrigin(group: readonly Utterance[]): Origin {
  const fullest = group.reduce((best, it) => (it.text.length > best.text.length ? it : best))
  const speaker = group.find((it) => it.speaker.actor !== null)?.speaker.actor ?? group[0]?.speaker.name ?? ''
  return { speaker, statement: fullest.text, reports: [...new Set(group.map((it) => it.report))].sort() }
}
