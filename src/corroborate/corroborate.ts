import type { Incident, Reading } from '../model/index.ts'
import { countWordRarity } from './claims/word-rarity.ts'
import { Corroborator, type CorroborateOptions } from './corroborator.ts'

/**
 * Links the claims of many reports into incidents: what several claims are about, with all claims kept, origins (not outlets) counted and
 * contradictions named. The same readings give the same incidents in whatever order they come. Near-linear in the number of claims.
 */
export function corroborate(readings: readonly Reading[], options: CorroborateOptions = {}): readonly Incident[] {
  const corroborator = new Corroborator({ wordRarity: countWordRarity(readings), ...options })
  corroborator.add(readings)
  return [...corroborator.incidents()]
}
