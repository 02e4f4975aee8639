import type { IncidentFile, ReportFile } from '../api-types.ts'
import type { Api } from './api.ts'

/** Another report that carries a claim's origin. */
export interface Kin {
  readonly report: string
  readonly title: string | null
  readonly outlet: string | null
}

/** Incidents looked into for one report: a page with more claims than that is a digest. */
const MOST_INCIDENTS = 25

/** By claim: the other reports that carry the same speaker's utterance about the same incident. */
export async function sameOrigin(
  api: Api,
  { reading, incidents }: ReportFile,
): Promise<{ readonly [claim: number]: readonly Kin[] }> {
  const { id } = reading
  const ids = [...new Set(incidents.map(({ incident }) => incident))].slice(0, MOST_INCIDENTS)
  const files = new Map(
    (await Promise.all(ids.map((incident) => api.ask<IncidentFile>(`/incidents/${incident}`)))).flatMap((file) =>
      file ? [[file.id, file] as const] : [],
    ),
  )
  const kin = incidents.map(({ claim, incident }) => {
    const file = files.get(incident)
    const shared = file?.origins.filter(({ reports }) => reports.includes(id)).flatMap(({ reports }) => reports) ?? []
    const others = new Set(shared.filter((report) => report !== id))
    const named = new Map(
      file?.claims.filter(({ report }) => others.has(report)).map(({ report, from }) => [report, { report, ...from }]),
    )
    return [claim, [...named.values()].map(({ report, title, outlet }) => ({ report, title, outlet }))] as const
  })
  return Object.fromEntries(kin)
}
