import { intervalInWords } from '../../base/day-words.ts'
import type { ClaimInDossier, IncidentDossier } from '../../compose/case/index.ts'
import { ACT_WORDS, type Claim, type Entry } from '../../model/index.ts'
import { drawIncident } from '../corroborating/draw-incident.ts'
import { plainHarm, plainModality } from '../drawing/plain-words.ts'
import { printableLine, wrapText } from '../terminal/index.ts'
import { claimName } from './claim-names.ts'
import { plainState } from './plain-states.ts'

/** Draws all that the record holds on an incident, for people. */
export function drawDossier(dossier: IncidentDossier, { columns }: { readonly columns: number }): string {
  const { incident, adjudication, next, steps, decisions, claims } = dossier
  const proposed = adjudication.validity.proposed
  const worked = [
    ...steps.map(({ entry, at, by, axis, from, to, reason }) => {
      return { entry, text: `${at.slice(0, 16)} ${by}: ${axis} ${plainState(from)} → ${plainState(to)}: ${reason}` }
    }),
    ...decisions.map(({ index, entry }) => ({ entry: index, text: drawDecision(entry) })),
  ].toSorted((a, b) => a.entry - b.entry)
  const lines = [
    drawIncident(incident).trimEnd(),
    '',
    `  whether it happened: ${plainState(adjudication.validity.state)}`,
    ...(proposed ? [`    ${plainState(proposed.state)} proposed by ${proposed.by}, waits for another person`] : []),
    `    may become: ${next.validity.map(plainState).join(', ')}`,
    `  who answers for it: ${plainState(adjudication.responsibility.state)}`,
    `    may become: ${next.responsibility.map(plainState).join(', ')}`,
    '',
    '  Claims',
    ...claims.flatMap((claim) => drawClaim(claim, columns)),
    '',
    worked.length === 0 ? '  Nobody has worked on it yet.' : '  What people did',
    ...worked.flatMap(({ entry, text }) => hang(`entry ${entry}: ${text}`, columns, '    ')),
  ]
  return `${lines.join('\n')}\n`
}

function drawClaim({ read, standing, role, from, ...reference }: ClaimInDossier, columns: number): readonly string[] {
  const paper = [from.outlet ?? 'outlet not told', from.published?.slice(0, 10) ?? 'date not told'].join(', ')
  const mark = role === 'recall' ? ' (looks back)' : ''
  const changed = standing === null ? ' · rejected' : drawWords(standing) === drawWords(read) ? '' : ' · amended'
  return [
    ...hang(`${claimName(reference)}${mark}${changed} · ${paper}`, columns, '    '),
    ...hang(drawWords(standing ?? read), columns, '      '),
    ...hang(`“${read.quote.text}”`, columns, '      '),
  ]
}

function drawWords(claim: Claim): string {
  const { speaker, act, modality, actor, target, place, time, harm } = claim
  const who = speaker ? (speaker.actor ?? speaker.text) : 'the outlet itself'
  const parties = [actor ? (actor.id ?? actor.text) : '', target ? `→ ${target.id ?? target.text}` : '']
  const told = [ACT_WORDS[act].name, plainModality(modality), ...parties].filter((word) => word !== '').join(' ')
  const where = place ? (place.name ?? place.text) : ''
  const when = time?.from ? intervalInWords(time) : ''
  return `${who}: ${[told, where, when, plainHarm(harm)].filter((word) => word !== '').join(' · ')}`
}

function drawDecision({ at, by, ...entry }: Entry): string {
  const when = `${at.slice(0, 16)} ${by}:`
  switch (entry.kind) {
    case 'review':
      return `${when} claim ${claimName(entry.body)} ${entry.body.verdict}: ${entry.body.reason}`
    case 'link-decision':
      return `${when} ${entry.body.claims.map(claimName).join(', ')} ${entry.body.decision}: ${entry.body.reason}`
    case 'supersedes':
      return `${when} entry ${entry.body.entry} withdrawn: ${entry.body.reason}`
    default:
      return `${when} ${entry.kind}`
  }
}

function hang(text: string, columns: number, indent: string): readonly string[] {
  return wrapText(printableLine(text), columns - indent.length - 2).map(
    (line, i) => `${indent}${i > 0 ? '  ' : ''}${line}`,
  )
}
