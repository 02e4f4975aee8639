import { momentInWords } from '../../base/day-words.ts'
import type { Bulletin, PublishedIncident, Sentence } from '../bulletin.ts'
import { sayPeriod, sayState } from '../say/plain.ts'
import { sentence } from '../say/sentence.ts'

/** What the newest earlier bulletins told otherwise than the record knows now. They stay as they were; this one says what changed. */
export function tellCorrections(
  earlier: readonly Bulletin[],
  nowKnown: ReadonlyMap<string, PublishedIncident>,
  supersedes: string | null,
): readonly Sentence[] {
  const replaced = earlier.find(({ id }) => id === supersedes)
  const opening = replaced
    ? [
        sentence(
          `This bulletin replaces the one of ${sayPeriod(replaced.period.from, replaced.period.to)}, ${replaced.id}, which stays readable.`,
        ),
      ]
    : []
  const changes = earlier.flatMap((bulletin) =>
    bulletin.incidents.flatMap((before) => changeOf(bulletin, before, nowKnown.get(before.id))),
  )
  return [...opening, ...changes.slice(0, MAX_CORRECTIONS)]
}

/** Corrections told one by one. */
const MAX_CORRECTIONS = 50

function changeOf(
  { id, period }: Bulletin,
  before: PublishedIncident,
  now: PublishedIncident | undefined,
): readonly Sentence[] {
  const cites = { incidents: [before.id], claims: now?.claims ?? before.claims }
  const place = `Bulletin ${id} (${momentInWords(period.to)}), incident ${before.id}`
  if (!now)
    return [
      sentence(
        `${place}: no longer in the record as one incident; its claims were linked otherwise or withdrawn.`,
        cites,
      ),
    ]
  const told = [
    ...(before.validity !== now.validity ? [`was ${sayState(before.validity)}, is ${sayState(now.validity)}`] : []),
    ...(before.responsibility !== now.responsibility
      ? [`responsibility was ${sayState(before.responsibility)}, is ${sayState(now.responsibility)}`]
      : []),
    ...(JSON.stringify(before.killed) !== JSON.stringify(now.killed) ||
    JSON.stringify(before.injured) !== JSON.stringify(now.injured)
      ? ['the numbers of killed or injured changed']
      : []),
    ...(before.independentOrigins !== now.independentOrigins
      ? [`independent origins were ${before.independentOrigins}, are ${now.independentOrigins}`]
      : []),
  ]
  return told.length === 0 ? [] : [sentence(`${place}: ${told.join('; ')}.`, cites)]
}
