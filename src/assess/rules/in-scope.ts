import type { Finding } from '../../model/index.ts'

/** Rules by which something lies outside an obligation, or is too little known to lie in it. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'act-not-meant',
  'before-term',
  'after-term',
  'outside-zone',
  'excepted',
  'other-target',
  'other-weapon',
  'time-not-told',
  'place-not-told',
  'target-not-told',
  'weapon-not-told',
  'did-not-happen',
  'done-by-others-somewhere',
  'shows-it-kept',
])

/** Whether what a finding of an incident tells lies within its obligation for sure, whoever did it and whether they are bound or not. */
export function liesInScope({ subject, rule }: Finding): boolean {
  return subject.kind === 'incident' && !OUTSIDE.has(rule)
}
