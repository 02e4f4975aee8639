import { sharedLength, type Interval } from '../../../src/base/span.ts'
import type { TokenRange } from '../../../src/base/words/index.ts'
import { classChances, CLASSES, likeliestClass } from '../../../src/attribute/briefs/classifier.ts'
import { bestLabels, rolesOfLabels } from '../../../src/attribute/briefs/tagger.ts'
import type { BriefExample } from './corpus.ts'
import { trainBriefModel } from './train-model.ts'

/** Spans found, spans given and spans that meet: at least half of the found one inside the given one. */
interface Tally {
  gold: number
  said: number
  met: number
}

/** What the models reach on sentences that they have not seen. */
export interface CrossValidation {
  readonly sourceF1: number
  readonly targetF1: number
  readonly classMacroF1: number
}

/** Trains and scores `folds` times over parts of the sentences; the tagger's first actor and first target count. */
export function crossValidate(examples: readonly BriefExample[], folds: number): CrossValidation {
  const tallies = { source: { gold: 0, said: 0, met: 0 }, target: { gold: 0, said: 0, met: 0 } }
  const answers: [gold: number, said: number][] = []
  for (let fold = 0; fold < folds; fold++) {
    const model = trainBriefModel(examples.filter((_, i) => i % folds !== fold))
    for (const example of examples.filter((_, i) => i % folds === fold)) {
      answers.push([example.eventClass, likeliestClass(classChances(model.classes, example.features))])
      const { actors, targets } = rolesOfLabels(bestLabels(model.tags, example.tokens))
      count(tallies.source, example, 'source', actors[0])
      count(tallies.target, example, 'target', targets[0])
    }
  }
  return { sourceF1: f1(tallies.source), targetF1: f1(tallies.target), classMacroF1: macroF1(answers) }
}

function count(
  tally: Tally,
  { roles, scene }: BriefExample,
  role: 'source' | 'target',
  range: TokenRange | undefined,
): void {
  const gold = roles.filter((r) => r.role === role)
  tally.gold += gold.length
  if (!range) return
  const said = { start: scene.words.start[range.first] ?? 0, end: scene.words.end[range.last - 1] ?? 0 }
  const meets = (given: Interval): boolean => 2 * sharedLength(given, said) >= said.end - said.start
  // Either side of a meeting is neither source nor target, so that a span on it is no mistake.
  if (!gold.some(meets) && roles.some((r) => r.role === 'reciprocal' && meets(r))) return
  tally.said++
  if (gold.some(meets)) tally.met++
}

function f1({ gold, said, met }: Tally): number {
  return (2 * met) / (gold + said)
}

function macroF1(answers: readonly (readonly [gold: number, said: number])[]): number {
  let sum = 0
  for (let c = 0; c < CLASSES; c++) {
    const right = answers.filter(([gold, said]) => gold === c && said === c).length
    const all = answers.filter(([gold]) => gold === c).length + answers.filter(([, said]) => said === c).length
    sum += all === 0 ? 0 : (2 * right) / all
  }
  return sum / CLASSES
}
