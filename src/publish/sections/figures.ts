import { ACT_FAMILIES, VALIDITIES, type Act } from '../../model/index.ts'
import type { Figure, PublishedIncident } from '../bulletin.ts'
import { sayState } from '../say/plain.ts'

/** How each figure is told from the properties of incidents.geojson: by our code and, for anyone else, by jq. */
interface Measure {
  readonly id: string
  readonly label: string
  /** Of a single one. (Default: as of several) */
  readonly labelOfOne?: string
  readonly holds: (incident: PublishedIncident) => boolean
  readonly where: string
}

const MEASURES: readonly Measure[] = [
  { id: 'incidents', label: 'incidents told', labelOfOne: 'incident told', holds: () => true, where: 'true' },
  ...VALIDITIES.map((validity) => ({
    id: `validity-${validity}`,
    label: sayState(validity),
    holds: (incident: PublishedIncident) => incident.validity === validity,
    where: `.tl_validity == "${validity}"`,
  })),
  ...Object.entries(ACT_FAMILIES).map(([family, acts]) => ({
    id: `family-${family}`,
    label: `acts of ${family}`,
    labelOfOne: `act of ${family}`,
    holds: ({ act }: PublishedIncident) => (acts as readonly Act[]).includes(act),
    where: `.tl_act as $a | ${JSON.stringify(acts)} | index($a) != null`,
  })),
  {
    id: 'two-origins',
    label: 'told by two or more independent origins',
    holds: (incident) => incident.independentOrigins >= 2,
    where: '.tl_independent_origins >= 2',
  },
  {
    id: 'contradicted',
    label: 'on which origins contradict each other',
    holds: (incident) => incident.contradictions.length > 0,
    where: '(.tl_contradictions | length) > 0',
  },
  {
    id: 'on-road',
    label: 'on or beside a road of the case',
    holds: (incident) => incident.road !== null,
    where: '.tl_road != null',
  },
]

/** The bulletin's figures. Each can be counted again from the data beside the bulletin. */
export function countFigures(incidents: readonly PublishedIncident[]): readonly Figure[] {
  return MEASURES.map(({ id, label, labelOfOne = label, holds, where }) => {
    const counted = incidents.filter(holds)
    return {
      id,
      label: counted.length === 1 ? labelOfOne : label,
      value: counted.length,
      recompute: `[.features[].properties | select(${where})] | length`,
      incidents: counted.slice(0, MAX_LISTED).map((incident) => incident.id),
    }
  })
}

/** Incidents that a figure lists by id; the whole list is what `recompute` selects. */
const MAX_LISTED = 60
