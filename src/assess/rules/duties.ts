import type { Obligation } from '../../model/index.ts'
import type { IncidentFacts } from '../incidents/incident-facts.ts'
import { quote } from '../say/words.ts'
import { scopeVerdict } from './scope.ts'
import { withoutDoer, type RuleContext, type RuleName, type Verdict } from './verdict.ts'

/** How an incident bears on an obligation. The chain: is the act meant, is it in scope, did it happen, who did it, are they bound. */
export function weigh(facts: IncidentFacts, obligation: Obligation, context: RuleContext): Verdict {
  if (!mentions(facts, obligation))
    return withoutDoer('not-covered', 'act-not-meant', 'The obligation does not speak of such an act.')
  const outOfScope = scopeVerdict(facts, obligation, context)
  if (outOfScope)
    return outOfScope.outcome === 'cannot-tell'
      ? (byOthersAnyway(facts, obligation, context) ?? outOfScope)
      : outOfScope
  if (facts.adjudicated.validity === 'refuted')
    return withoutDoer('consistent', 'did-not-happen', 'Verification found that it did not happen.')
  switch (obligation.duty) {
    case 'must-not':
      return weighBan(facts, obligation, context)
    case 'must':
      return weighDuty(facts, obligation, context)
    case 'may':
      return byDoer(facts, obligation, context, 'consistent', 'allowed', (name) => `The obligation lets ${name} do so.`)
  }
}

/** What somebody did who is not bound is no breach, whenever and wherever it was. */
function byOthersAnyway(facts: IncidentFacts, obligation: Obligation, context: RuleContext): Verdict | null {
  const { doer } = facts
  if (obligation.duty !== 'must-not' || doer.kind !== 'one' || !obligation.acts.some((act) => facts.acts.has(act)))
    return null
  if (context.principals.isBound(doer.principal, obligation.bound)) return null
  return { ...notBound(facts, obligation, context, doer.principal), rule: 'done-by-others-somewhere' }
}

/** Whether an obligation speaks of any act that is told. */
function mentions({ acts }: IncidentFacts, { acts: meant, inPart, contrary, hinderedBy }: Obligation): boolean {
  return [meant, inPart, contrary, hinderedBy].some((list) => list.some((act) => acts.has(act)))
}

function weighBan(facts: IncidentFacts, obligation: Obligation, context: RuleContext): Verdict {
  if (!obligation.acts.some((act) => facts.acts.has(act)))
    return withoutDoer('consistent', 'shows-it-kept', 'It speaks for the obligation being kept.')
  return byDoer(facts, obligation, context, 'breach', 'done-by-bound', (name) => `${name} is bound by the obligation.`)
}

function weighDuty(facts: IncidentFacts, obligation: Obligation, context: RuleContext): Verdict {
  const has = (acts: Obligation['acts']): boolean => acts.some((act) => facts.acts.has(act))
  const [whole, part] = [has(obligation.acts), has(obligation.inPart)]
  if (whole && part)
    return withoutDoer(
      'cannot-tell',
      'done-differently-told',
      'Some say that it was done, others that it was done in part.',
    )
  if (whole) return doneBy(facts, obligation, context, 'done')
  if (part) return doneBy(facts, obligation, context, 'done-in-part')
  if (has(obligation.contrary))
    return byDoer(
      facts,
      obligation,
      context,
      'breach',
      'not-done',
      (name) => `${name} is bound by the obligation and is said to have failed in it.`,
    )
  return hindered(facts, obligation, context)
}

/** What was done counts whoever is told to have done it, unless somebody is named who is not bound. */
function doneBy(
  facts: IncidentFacts,
  obligation: Obligation,
  { principals }: RuleContext,
  rule: 'done' | 'done-in-part',
): Verdict {
  const { doer } = facts
  const [outcome, words] =
    rule === 'done'
      ? (['fulfilled', 'It was done.'] as const)
      : (['fulfilled-in-part', 'It was done in part.'] as const)
  if (doer.kind === 'one' && !principals.isBound(doer.principal, obligation.bound) && obligation.patrolsOn === null)
    return notBound(facts, obligation, { principals }, doer.principal)
  if (doer.kind === 'untold' && obligation.patrolsOn === null)
    return withoutDoer('cannot-tell', 'doer-not-told', 'Who did it is not told.')
  const named = doer.kind === 'one' && principals.isBound(doer.principal, obligation.bound) ? doer.principal : null
  return { outcome, rule, bound: 'party', doer: named, reasons: [words] }
}

/** An act of others that hinders a duty is no failure of those who are bound; one of their own is. */
function hindered(facts: IncidentFacts, obligation: Obligation, { principals }: RuleContext): Verdict {
  const { doer } = facts
  const bound = principals.namesOf(obligation.bound)
  if (doer.kind === 'one' && principals.isBound(doer.principal, obligation.bound)) {
    const reason = `${principals.nameOf(doer.principal)} is bound, and is said to have hindered what it must do.`
    return { outcome: 'breach', rule: 'not-done', bound: 'party', doer: doer.principal, reasons: [reason] }
  }
  const [who, by] =
    doer.kind === 'one'
      ? [principals.nameOf(doer.principal), principals.boundBy(doer.principal)]
      : ['somebody', 'unknown' as const]
  const reason = `${capital(who)} hindered what ${bound} must do; that is no breach by ${bound}.`
  return {
    outcome: 'not-covered',
    rule: 'hindered',
    bound: by,
    doer: doer.kind === 'one' ? doer.principal : null,
    reasons: [reason],
  }
}

type Outcome = Verdict['outcome']

/** The last link of the chain: who did it, and whether they are bound. */
function byDoer(
  facts: IncidentFacts,
  obligation: Obligation,
  context: RuleContext,
  outcome: Outcome,
  rule: RuleName,
  say: (name: string) => string,
): Verdict {
  const { principals } = context
  const { doer } = facts
  if (doer.kind === 'untold') return withoutDoer('cannot-tell', 'doer-not-told', sayUntold(facts, obligation))
  if (doer.kind === 'disputed') {
    const names = doer.principals.length > 1 ? `: ${principals.namesOf(doer.principals)}` : ''
    return withoutDoer('cannot-tell', 'doer-disputed', `Who did it is told differently, or not clearly${names}.`)
  }
  if (!principals.isBound(doer.principal, obligation.bound)) return notBound(facts, obligation, context, doer.principal)
  const reasons = [say(principals.nameOf(doer.principal))]
  return { outcome, rule, bound: principals.boundBy(doer.principal), doer: doer.principal, reasons }
}

/** Words for the doer that lead to no actor of the case are told as they stand. */
function sayUntold({ claims }: IncidentFacts, { acts, contrary }: Obligation): string {
  const named = claims.find(({ claim: { act, actor } }) => {
    return actor !== null && actor.id === null && (acts.includes(act) || contrary.includes(act))
  })
  return named?.claim.actor
    ? `Who did it is named only as ${quote(named.claim.actor.text)}.`
    : 'Who did it is not told.'
}

const STANCES = {
  party: 'signed, but is not bound by this obligation',
  guarantor: 'vouches for others but is not bound by this obligation',
  accepted: 'did not sign, though it is said to accept the agreement',
  refused: 'did not sign and refuses the agreement',
  'never-asked': 'did not sign and was never asked to',
  unknown: 'did not sign; whether it accepts the agreement is not known',
} as const

function notBound(
  { acts }: IncidentFacts,
  { duty, acts: banned }: Obligation,
  { principals }: Pick<RuleContext, 'principals'>,
  principal: string,
): Verdict {
  const bound = principals.boundBy(principal)
  const guarantors = principals.guarantorsOf(principal).filter((one) => one !== principal)
  const touches = duty === 'must-not' && banned.some((act) => acts.has(act)) && guarantors.length > 0
  const reasons = [
    `${principals.nameOf(principal)} ${STANCES[bound]}: it is an incident, and a breach by nobody who signed.`,
    ...(touches ? [`It touches the duty of ${principals.namesOf(guarantors)}, who is taken to vouch for it.`] : []),
  ]
  return { outcome: 'not-covered', rule: 'done-by-others', bound, doer: principal, reasons }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
