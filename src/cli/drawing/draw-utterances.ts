import type { Claim } from '../../model/index.ts'
import { printableLine, wrapText } from '../terminal/index.ts'
import { drawClaim, named } from './draw-claim.ts'
import type { Look } from './look.ts'
import type { NumberedClaim } from './sentences.ts'

/** Draws the claims of a sentence under the one who makes them: a speaker is named once for what it says in a row. */
export function drawUtterances(claims: readonly NumberedClaim[], look: Look): string[] {
  return claims.flatMap((numbered, i) => {
    const says = saysOf(numbered.claim)
    const before = claims[i - 1]
    const isSame = before !== undefined && saysOf(before.claim) === says
    return [...(isSame ? [] : ['', ...drawSpeaker(says, look)]), ...drawClaim(numbered, look)]
  })
}

function saysOf({ speaker, via }: Claim): string {
  const who = speaker ? named(speaker.text, speaker.actor) : 'The outlet itself'
  return via ? `${who}, through ${printableLine(via.text)}:` : `${who}:`
}

function drawSpeaker(says: string, { columns }: Look): string[] {
  return wrapText(says, columns - 2).map((line) => `  ${line}`)
}
