import { mergeIncidents, readDossier, splitIncident } from '../../compose/case/index.ts'
import { withCase } from '../casework/with-case.ts'
import { refuse, widthOf, write } from '../terminal/index.ts'
import { parseClaimNames } from './claim-names.ts'
import { decide, type DecidingOptions } from './decide.ts'
import { drawDossier } from './draw-dossier.ts'

/** Shows all that the record holds on an incident. */
export async function runIncidentShow(store: string, id: string, format: 'text' | 'json'): Promise<void> {
  await withCase(store, async (open) => {
    const dossier = await readDossier(open.store, id)
    if (!dossier) {
      return refuse({
        code: 'incident-unknown',
        message: `incident: found ${id}, expected the id of one in the record`,
      })
    }
    await write(
      format === 'json' ? `${JSON.stringify(dossier)}\n` : drawDossier(dossier, { columns: widthOf(process.stdout) }),
    )
  })
}

/** A person joins incidents into one. */
export async function runIncidentMerge(
  store: string,
  incidents: readonly string[],
  options: DecidingOptions,
): Promise<void> {
  const { by, reason } = options
  await decide(
    store,
    options,
    (open, tools) => mergeIncidents(open, tools, by, { incidents, reason }),
    ({ entry }) => `${incidents.join(', ')} are one, says ${by}: entry ${entry}`,
  )
}

/** The options of `truceline incident split`, as given. */
export interface SplitOptions extends DecidingOptions {
  readonly off: readonly string[]
}

/** A person parts an incident in two. */
export async function runIncidentSplit(
  store: string,
  incident: string,
  options: SplitOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const claims = parseClaimNames(options.off, wrongUsage)
  const { by, reason } = options
  await decide(
    store,
    options,
    (open, tools) => splitIncident(open, tools, by, { incident, claims, reason }),
    ({ entry }) => `${options.off.join(', ')} parted from incident ${incident} by ${by}: from entry ${entry} on`,
  )
}
