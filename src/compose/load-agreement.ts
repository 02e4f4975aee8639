import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'yaml'
import { parseAgreement, type AgreementSurroundings, type AssessmentRules } from '../assess/index.ts'
import { parseActorRegister, parseCasePlaces } from '../attribute/index.ts'
import { done, type Result } from '../base/result.ts'
import type { YamlFault } from '../base/yaml-file.ts'
import type { Agreement } from '../model/index.ts'
import { loadRoads } from './load-roads.ts'
import { DEFAULT_CASE } from './load-rules.ts'
import { faultyFile, unreadable, type RecordFailure } from './record/failure.ts'

/** Whether a folder states an agreement: findings can be made for it. */
export function hasAgreement(caseFolder: string): boolean {
  return existsSync(join(caseFolder, 'agreement.yaml'))
}

/** What a case's folder knows for assessing: agreement, actors, roads and places. Fails with `case-unreadable`. */
export function loadAssessmentRules(caseFolder: string = DEFAULT_CASE): Result<AssessmentRules, RecordFailure> {
  const path = join(caseFolder, 'agreement.yaml')
  if (!existsSync(path)) return unreadable(path, 'no file', 'the agreement')
  const agreement = readAgreementFile(path)
  if (!agreement.ok) return faultyFile(agreement.failure)
  const places = loadPlaces(caseFolder)
  return done({
    agreement: agreement.value,
    actors: loadActors(caseFolder),
    roads: loadRoads(caseFolder),
    places: new Map(places.map(({ id, lat, lon }) => [id, { lat, lon }])),
  })
}

/** Reads an agreement's file; names in it are followed through the files that lie beside it. Every fault with its line. */
export function readAgreementFile(path: string): Result<Agreement, readonly YamlFault[]> {
  return parseAgreementText(readFileSync(path, 'utf8'), `${basename(dirname(path))}/${basename(path)}`, dirname(path))
}

/** Reads an agreement's text as if it lay in a case's folder, `name` being what messages call it. Every fault with its line. */
export function parseAgreementText(
  yaml: string,
  name: string,
  caseFolder: string,
): Result<Agreement, readonly YamlFault[]> {
  return parseAgreement(yaml, name, surroundingsOf(caseFolder))
}

function surroundingsOf(folder: string): AgreementSurroundings {
  const [actors, places, roads] = [loadActors(folder), loadPlaces(folder), loadRoads(folder)]
  return {
    ...(actors.length > 0 && { actors: new Set(actors.map(({ id }) => id)) }),
    ...(places.length > 0 && { places: new Set(places.map(({ id }) => id)) }),
    ...(roads.length > 0 && { roads: new Set(roads.map(({ id }) => id)) }),
  }
}

function loadActors(folder: string): ReturnType<typeof parseActorRegister> {
  const path = join(folder, 'actors.yaml')
  return existsSync(path) ? parseActorRegister(parse(readFileSync(path, 'utf8'))) : []
}

function loadPlaces(folder: string): ReturnType<typeof parseCasePlaces> {
  const path = join(folder, 'places.geojson')
  return existsSync(path) ? parseCasePlaces(JSON.parse(readFileSync(path, 'utf8'))) : []
}
