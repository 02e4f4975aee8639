import { join } from 'node:path'
import { loadRoads } from '../../compose/index.ts'
import { importNetwork } from '../../compose/patrols/index.ts'
import { refuse, write } from '../terminal/index.ts'

/** Makes a case's network of an extract and says what it kept. */
export async function runNetwork(extract: string, caseFolder: string): Promise<void> {
  const roads = loadRoads(caseFolder)
  if (roads.length === 0)
    return refuse({ code: 'case-unreadable', message: `${caseFolder}: found no roads, expected a roads.geojson` })
  const made = await importNetwork(extract, roads, join(caseFolder, 'network.geojsonl'))
  if (!made.ok) return refuse(made.failure)
  const { ways, roads: kept, broken } = made.value
  await write(
    `${ways} ways in ${join(caseFolder, 'network.geojsonl')}, of ${kept} roads of the extract${broken > 0 ? `; ${broken} name points that it does not have and were left out` : ''}\n` +
      'Kept: lines, lengths, names, one-way roads, usual speeds by kind of road. Left out: tracks, service and private roads, turn restrictions, barriers, surfaces, posted speeds.\n',
  )
}
