import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseActorRegister, parseCasePlaces } from '../../attribute/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { CaseFacts } from '../../publish/index.ts'
import { readCaseFile, type CaseFile } from '../case-file.ts'

/** A case as its publications need it. */
export interface PublishedCase {
  readonly facts: CaseFacts
  readonly file: CaseFile
}

/** Reads what publications need of a case's folder. Fails with `case-unreadable`. */
export function loadPublishedCase(
  caseFolder: string,
): Result<PublishedCase, { readonly code: 'case-unreadable'; readonly message: string }> {
  const file = readCaseFile(caseFolder)
  if (!file.ok) return file
  const actors = new Map(
    parseActorRegister(parse(readFileSync(join(caseFolder, 'actors.yaml'), 'utf8'))).map((actor) => [actor.id, actor]),
  )
  const { id, name, language, publication, images } = file.value
  const facts: CaseFacts = {
    id,
    name,
    language,
    nameOf: (actor) => actors.get(actor)?.name ?? actor,
    sideOf: (actor) => actors.get(actor)?.side ?? null,
    placeNames: placeFinder(caseFolder),
    publication,
    images,
  }
  return done({ facts, file: file.value })
}

/** Places of the case by the source of a reference, `case:ID` or `geonames:NUMBER`. */
function placeFinder(caseFolder: string): CaseFacts['placeNames'] {
  const document = JSON.parse(readFileSync(join(caseFolder, 'places.geojson'), 'utf8')) as unknown
  const known = new Map<string, { readonly names: readonly string[]; readonly within: string }>()
  for (const { id, name, names, within, geonames } of parseCasePlaces(document)) {
    const place = { names: [name, ...names], within: within ?? 'place withheld' }
    known.set(`case:${id}`, place)
    if (geonames !== undefined && geonames !== null) known.set(`geonames:${geonames}`, place)
  }
  return (source) => known.get(source) ?? null
}
