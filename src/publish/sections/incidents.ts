import type { PublishedIncident } from '../bulletin.ts'
import { AS_IT_STANDS, type RedactedIncident } from '../redaction/redact.ts'
import type { CaseFacts } from '../rules.ts'
import { sayIncident, type Told } from './say-incident.ts'
import { versionsOf, type Evidence } from './versions.ts'

/** An incident as the bulletin tells it, with the versions of its origins. */
export function tellIncident(
  { described, coarsened, strike }: RedactedIncident,
  facts: CaseFacts,
  evidence: Evidence,
): PublishedIncident {
  const { incident, validity, responsibility, zones, road, chainageKm, killed, injured, actors, targets } = described
  const { id, act, time, place, origins, independentOrigins, contradictions, claims } = incident
  const plain: Told = {
    id,
    act,
    time,
    place,
    validity,
    responsibility,
    killed,
    injured,
    actors,
    targets,
    zones,
    road,
    chainageKm,
    origins,
    independentOrigins,
    contradictions,
    claims,
    coarsened,
  }
  const told = strike === AS_IT_STANDS ? plain : struck(plain, strike)
  const versions = versionsOf(described, facts, evidence, strike)
  return { ...told, versions, sentence: sayIncident(told, versions, facts) }
}

function struck(told: Told, strike: (text: string) => string): Told {
  return {
    ...told,
    place: told.place && { ...told.place, name: strike(told.place.name) },
    actors: told.actors.map(strike),
    targets: told.targets.map(strike),
    origins: told.origins.map((origin) => ({
      ...origin,
      speaker: strike(origin.speaker),
      statement: strike(origin.statement),
    })),
    contradictions: told.contradictions.map((one) => ({ ...one, values: strikeValues(one.values, strike) })),
  }
}

function strikeValues(
  values: PublishedIncident['contradictions'][number]['values'],
  strike: (text: string) => string,
): PublishedIncident['contradictions'][number]['values'] {
  const struck = values.map((value) => {
    if (typeof value === 'string') return strike(value)
    return 'radiusMetres' in value ? { ...value, name: strike(value.name) } : value
  })
  return [struck[0] ?? values[0], struck[1] ?? values[1]]
}
