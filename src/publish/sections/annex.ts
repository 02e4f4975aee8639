import type { Finding } from '../../model/index.ts'
import { ACT_WORDS } from '../../model/index.ts'
import type { AnnexRow, PublishedIncident } from '../bulletin.ts'
import { sayResponsibility, sayState, sayTime } from '../say/plain.ts'

/** The annex: a line for each incident, with the clauses that it is found to break; breaches first, then by day. */
export function tableAnnex(
  incidents: readonly PublishedIncident[],
  findings: readonly Finding[],
  nameOf: (actor: string) => string,
): readonly AnnexRow[] {
  const breaches = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.outcome !== 'breach' || finding.subject.kind !== 'incident') continue
    const known = breaches.get(finding.subject.incident)
    if (known) known.push(finding)
    else breaches.set(finding.subject.incident, [finding])
  }
  const first = incidents.filter(({ id }) => breaches.has(id))
  const others = incidents.filter(({ id }) => !breaches.has(id))
  return [...first, ...others].map((incident, i) => {
    const broken = breaches.get(incident.id) ?? []
    return {
      number: i + 1,
      finding: broken[0]?.id ?? null,
      incident: incident.id,
      day: sayTime(incident.time),
      place: incident.place?.name ?? 'not told',
      act: ACT_WORDS[incident.act].name,
      clause: [...new Set(broken.map(({ obligation }) => obligation))].join(', '),
      validity: sayState(incident.validity),
      responsibility: sayResponsibility(incident.responsibility, nameOf),
      origins: incident.independentOrigins,
    }
  })
}
