import { TAG } from '../../src/base/words/index.ts'
import { SPACE_TAG } from '../../src/base/words/tagger/index.ts'

/** Turns the model's numbers of tags into those of TAG; 0, "unknown", stays. */
export function tagNumbers(names: readonly string[]): (tag: number) => number {
  const numbers = names.map((name) => (name === 'SPACE' ? SPACE_TAG : (TAG[name as keyof typeof TAG] ?? 0)))
  return (tag) => numbers[tag] ?? 0
}
