import { parseDay } from '../../base/calendar.ts'
import { loadPlanner, type Planner } from '../../compose/patrols/index.ts'
import type { Road } from '../../model/index.ts'
import { DEFAULT_PARAMETERS, findOnRoad, PARAMETERS, projectToRoad, type RiskParameters } from '../../plan/index.ts'
import type { PlanOptions } from '../patrol.ts'
import { refuse, write } from '../terminal/index.ts'
import { caseFolderAt, readCaseRecord } from './case-record.ts'
import { findRoad, refuseEnd } from './find-place.ts'
import { drawPlan } from './draw-plan.ts'
import type { StripPlace } from './draw-strip.ts'

type WrongUsage = (message: string) => never

/** Plans a patrol and draws the plan. */
export async function runPlan(
  location: string | undefined,
  options: PlanOptions,
  wrongUsage: WrongUsage,
): Promise<void> {
  if (options.figures) return write(drawFigures(parametersOf(options.set, wrongUsage)))
  const { road: roadName, from: fromWords, to: toWords, at } = options
  if (roadName === undefined || fromWords === undefined || toWords === undefined || at === undefined)
    return wrongUsage('--road, --from, --to and --at are needed')
  if (!/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/.test(at) || parseDay(at) === null)
    return wrongUsage(`--at: found ${at}, expected a local time, YYYY-MM-DDThh:mm`)
  if (options.asOf !== undefined && parseDay(options.asOf) === null)
    return wrongUsage(`--as-of: found ${options.asOf}, expected a day, YYYY-MM-DD`)
  const planner = loadPlanner(caseFolderAt(location), parametersOf(options.set, wrongUsage))
  if (!planner.ok) return refuse(planner.failure)
  const road = findRoad(planner.value.roads, roadName)
  if (!road) return
  const ends = [fromWords, toWords].map((words) => findOnRoad(road, planner.value.places, words))
  const [from, to] = ends
  if (!from || !to) return refuseEnd(from ? toWords : fromWords, road)
  if (Math.abs(from.km - to.km) < 0.05) return wrongUsage('--to: found the place of --from, expected another one')
  const record = await readCaseRecord(location, options)
  if (!record.ok) return refuse(record.failure)
  const stretch = { road: road.id, fromKm: from.km, toKm: to.km }
  const plan = planner.value.plan(record.value, { stretch, departs: at })
  if (options.format === 'json') return write(`${JSON.stringify(plan)}\n`)
  return write(
    `${drawPlan(plan, record.value, road, [from, to], placesOn(road, planner.value, [from.name, to.name]))}\n`,
  )
}

/** The settlements along a road that a strip has room for. */
function placesOn(road: Road, { places }: Planner, without: readonly string[]): readonly StripPlace[] {
  return places
    .filter(({ kind, name }) => ['village', 'town', 'city'].includes(kind) && !without.includes(name))
    .map((place) => ({ name: place.name, ...projectToRoad(road, place) }))
    .filter(({ offsetMetres }) => offsetMetres < 2000)
    .map(({ name, km }) => ({ name, km }))
}

function parametersOf(set: readonly string[] = [], wrongUsage: WrongUsage): Partial<RiskParameters> {
  const pairs = set.map((text) => {
    const [name = '', value = ''] = text.split('=')
    const number = Number(value)
    const isKnown = Object.hasOwn(PARAMETERS, name) && value !== '' && Number.isFinite(number)
    return isKnown
      ? [name, number]
      : wrongUsage(`--set: found ${text}, expected NAME=NUMBER; --figures lists the names`)
  })
  return Object.fromEntries(pairs) as Partial<RiskParameters>
}

function drawFigures(changed: Partial<RiskParameters>): string {
  const values: RiskParameters = { ...DEFAULT_PARAMETERS, ...changed }
  const rows = Object.entries(PARAMETERS).map(([name, { unit, says }]) => {
    const value = values[name as keyof RiskParameters]
    return `${name.padEnd(24)}${String(value).padStart(6)} ${unit.padEnd(16)} ${says}\n`
  })
  return rows.join('')
}
