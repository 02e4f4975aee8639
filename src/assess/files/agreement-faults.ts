import type { ContentFault } from '../../base/yaml-file.ts'
import type { Agreement, Obligation, Zone } from '../../model/index.ts'

/** What a case knows beside its agreement; a kind that is not given is not checked. */
export interface AgreementSurroundings {
  readonly actors?: ReadonlySet<string>
  readonly roads?: ReadonlySet<string>
  readonly places?: ReadonlySet<string>
}

/** Names in an agreement that lead nowhere or stand twice, and terms that end before they begin. */
export function* agreementFaults(agreement: Agreement, known: AgreementSurroundings = {}): Generator<ContentFault> {
  for (const list of ['zones', 'clauses', 'obligations', 'weapons'] as const) yield* repeated(agreement[list], list)
  yield* actorFaults(agreement, known.actors)
  for (const [i, zone] of agreement.zones.entries()) yield* zoneFaults(zone, ['zones', i], agreement, known)
  for (const [i, it] of agreement.obligations.entries())
    yield* obligationFaults(it, ['obligations', i], agreement, known)
  for (const [i, clause] of agreement.clauses.entries()) {
    const { standing } = clause
    if (standing.kind === 'one-side' && !agreement.sides.includes(standing.side))
      yield stray(['clauses', i, 'standing'], standing.side, 'a side', agreement.sides)
  }
  const ids = agreement.obligations.map(({ id }) => id)
  for (const [i, { obligation, zone }] of agreement.amendments.entries()) {
    if (!ids.includes(obligation)) yield stray(['amendments', i, 'obligation'], obligation, 'an obligation', ids)
    const zones = agreement.zones.map(({ id }) => id)
    if (zone !== null && !zones.includes(zone)) yield stray(['amendments', i, 'zone'], zone, 'a zone', zones)
  }
}

type Path = readonly (string | number)[]

function* repeated(list: readonly { readonly id: string }[], name: string): Generator<ContentFault> {
  const seen = new Set<string>()
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id)) yield { path: [name, i, 'id'], found: `‘${id}’ a second time`, expected: 'an id of its own' }
    seen.add(id)
  }
}

function* actorFaults(agreement: Agreement, actors: ReadonlySet<string> | undefined): Generator<ContentFault> {
  for (const list of ['parties', 'guarantors', 'groups'] as const) {
    const seen = new Set<string>()
    for (const [i, { actor }] of agreement[list].entries()) {
      const path = [list, i, 'actor']
      if (seen.has(actor)) yield { path, found: `‘${actor}’ a second time`, expected: 'each once' }
      if (actors && !actors.has(actor)) yield stray(path, actor, 'an actor of actors.yaml')
      seen.add(actor)
    }
  }
}

function* zoneFaults(
  { shape, from, to, places }: Zone,
  path: Path,
  agreement: Agreement,
  known: AgreementSurroundings,
) {
  if (from !== null && to !== null && to < from)
    yield { path: [...path, 'to'], found: to, expected: `a day from ${from} on` }
  const strayPlace = places.find((place) => known.places && !known.places.has(place.slice('case:'.length)))
  if (strayPlace !== undefined) yield stray([...path, 'places'], strayPlace, 'a place of places.geojson')
  if ((shape.kind === 'road-corridor' || shape.kind === 'side-of-road') && known.roads && !known.roads.has(shape.road))
    yield stray([...path, 'shape', 'road'], shape.road, 'a road of roads.geojson', [...known.roads])
  if (shape.kind === 'road-corridor') {
    for (const end of shape.between)
      if (end !== null && known.places && !known.places.has(end))
        yield stray([...path, 'shape', 'between'], end, 'a place of places.geojson')
  }
  const earlier = agreement.zones.slice(0, Number(path[1])).map(({ id }) => id)
  if (shape.kind === 'side-of-road' && !earlier.includes(shape.zone))
    yield stray([...path, 'shape', 'zone'], shape.zone, 'a zone above it', earlier)
}

function* obligationFaults(
  it: Obligation,
  path: Path,
  agreement: Agreement,
  { actors }: AgreementSurroundings,
): Generator<ContentFault> {
  const { clauses, zones, weapons, sides } = agreement
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)
  if (!ids(clauses).includes(it.clause)) yield stray([...path, 'clause'], it.clause, 'a clause', ids(clauses))
  if (it.zone !== null && !ids(zones).includes(it.zone)) yield stray([...path, 'zone'], it.zone, 'a zone', ids(zones))
  const weapon = it.weapons.find((id) => !ids(weapons).includes(id))
  if (weapon !== undefined) yield stray([...path, 'weapons'], weapon, 'a weapon', ids(weapons))
  if (it.standing.kind === 'one-side' && !sides.includes(it.standing.side))
    yield stray([...path, 'standing'], it.standing.side, 'a side', sides)
  const stranger = it.bound.find((id) => actors && !actors.has(id))
  if (stranger !== undefined) yield stray([...path, 'bound'], stranger, 'an actor of actors.yaml')
  if (it.acts.length === 0) yield { path: [...path, 'acts'], found: 'no act', expected: 'at least one' }
  const { from, to } = it.term
  if (isDated(from) && isDated(to) && to < from.slice(0, to.length))
    yield { path: [...path, 'term', 'to'], found: to, expected: `a moment from ${from} on` }
  if (it.duty !== 'must' && it.due !== null)
    yield { path: [...path, 'due'], found: `a term for ‘${it.duty}’`, expected: 'one for ‘must’ only' }
  if (it.dueAtLatest !== null && (it.due === null || it.dueAtLatest < it.due))
    yield { path: [...path, 'dueAtLatest'], found: it.dueAtLatest, expected: `a day from due (${it.due ?? 'none'}) on` }
}

function isDated(moment: string): boolean {
  return moment !== 'unknown' && moment !== 'open'
}

function stray(path: Path, found: string, kind: string, known: readonly string[] = []): ContentFault {
  const named = known.length > 0 ? `: ${known.join(', ')}` : ''
  return { path, found: `‘${found}’`, expected: `${kind}${named}` }
}
