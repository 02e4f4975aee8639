import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  parseActLexicon,
  parseActorRegister,
  parseAttributionModel,
  parseBriefLexicon,
  parseBriefModel,
  parseCasePlaces,
  parseCueLexicon,
  parseGazetteer,
  parseGivenNames,
  parsePlaceModel,
  parseTimeLexicon,
} from '../attribute/index.ts'
import { createVocabulary, parseTaggerModel } from '../base/words/index.ts'
import type { PipelineRules } from '../pipeline.ts'
import { parseBoilerplateLexicon, usualBounds } from '../read/index.ts'
import { readYaml } from './read-yaml.ts'

/** The project's own folder: where data/ and cases/ lie. */
export const PROJECT_ROOT = join(import.meta.dirname, '..', '..')

/** Beside the compiled code, in the project's own folder, where others can plant nothing. */
const KEPT_LEXICONS = join(PROJECT_ROOT, 'node_modules', '.cache', 'truceline', 'lexicons')

/** The case that is read with where none is named. */
export const DEFAULT_CASE = join(PROJECT_ROOT, 'cases', 'idlib-2020')

/**
 * Reads lexicons, weights, gazetteer and a case's actors and places from disk.
 * @throws Error of the file system where a file is missing, or of the parser where one is malformed
 */
export function loadRules(caseFolder: string = DEFAULT_CASE): PipelineRules {
  const vocabulary = createVocabulary()
  return {
    read: {
      lexicon: parseBoilerplateLexicon(yamlOf('data/lexicon/boilerplate.yaml')),
      bounds: usualBounds(() => performance.now()),
    },
    attribute: {
      vocabulary,
      tagger: parseTaggerModel(bytesOf('data/models/words.bin')),
      acts: parseActLexicon(yamlOf('data/lexicon/acts.yaml')),
      cues: parseCueLexicon(textOf('data/lexicon/cues.yaml'), vocabulary),
      statements: parseAttributionModel(bytesOf('data/models/attribution.bin')),
      times: parseTimeLexicon(yamlOf('data/lexicon/times.yaml')),
      places: {
        gazetteer: parseGazetteer(bytesOf('data/gazetteer/places.bin')),
        casePlaces: parseCasePlaces(JSON.parse(readFileSync(join(caseFolder, 'places.geojson'), 'utf8'))),
        givenNames: parseGivenNames(textOf('data/gazetteer/given-names.txt')),
        model: parsePlaceModel(bytesOf('data/models/places.bin')),
      },
      actors: parseActorRegister(parse(readFileSync(join(caseFolder, 'actors.yaml'), 'utf8'))),
      briefs: {
        lexicon: parseBriefLexicon(yamlOf('data/lexicon/briefs.yaml')),
        model: parseBriefModel(bytesOf('data/models/briefs.bin')),
      },
    },
  }
}

function textOf(path: string): string {
  return readFileSync(join(PROJECT_ROOT, path), 'utf8')
}

function bytesOf(path: string): Uint8Array {
  return readFileSync(join(PROJECT_ROOT, path))
}

function yamlOf(path: string): unknown {
  return readYaml(join(PROJECT_ROOT, path), KEPT_LEXICONS)
}
