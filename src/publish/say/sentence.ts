import type { ClaimReference } from '../../model/index.ts'
import type { Cites, Sentence } from '../bulletin.ts'

const NOTHING: Cites = { claims: [], incidents: [], findings: [], decisions: [], patrols: [] }

/** At most so many ids of a kind behind one sentence; the rest are found through the incidents, which name all their claims. */
const MAX_IDS = 40

/** A sentence with what stands behind it. */
export function sentence(text: string, cites: Partial<Cites> = {}): Sentence {
  const all = { ...NOTHING, ...cites }
  return {
    text,
    cites: {
      claims: once(all.claims).slice(0, MAX_IDS),
      incidents: [...new Set(all.incidents)].slice(0, MAX_IDS),
      findings: [...new Set(all.findings)].slice(0, MAX_IDS),
      decisions: [...new Set(all.decisions)],
      patrols: [...new Set(all.patrols)],
    },
  }
}

function once(claims: readonly ClaimReference[]): readonly ClaimReference[] {
  const seen = new Map(claims.map((claim) => [`${claim.report}#${claim.claim}`, claim] as const))
  return [...seen.values()]
}
