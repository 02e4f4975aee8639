/**
 * Trains data/models/places.bin: which spans are place names, and which place a name means. Run with the files of annotated texts:
 * `node tools/train/places.ts FILE.jsonl…`, rows {id, text, title?, places: [{start, end, lat, lon}]}. Texts are not kept in the weights'
 * file, and the order of the texts is fixed, so the same inputs give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createAtlas } from '../../src/attribute/places/atlas.ts'
import { indexCasePlaces } from '../../src/attribute/places/case-index.ts'
import { writePlaceModel } from '../../src/attribute/places/model-file.ts'
import { parseGazetteer, parseGivenNames } from '../../src/attribute/places/index.ts'
import { createVocabulary, createWordReader } from '../../src/base/words/index.ts'
import { readCorpus } from './places/corpus.ts'
import { prepareText } from './places/prepare.ts'
import { trainRanks, withPriors } from './places/train-ranks.ts'
import { trainSpans } from './places/train-spans.ts'
import { RANK_TRAINING, SPAN_BIAS, SPAN_TRAINING } from './places/settings.ts'

const root = new URL('../../', import.meta.url)
const gazetteer = parseGazetteer(readFileSync(new URL('data/gazetteer/places.bin', root)))
const given = parseGivenNames(readFileSync(new URL('data/gazetteer/given-names.txt', root), 'utf8'))
const atlas = createAtlas(gazetteer, indexCasePlaces([], gazetteer))
const read = createWordReader(createVocabulary())

const texts = process.argv.slice(2).flatMap((path) => readCorpus(path, read))
// An order that has nothing to do with the corpus: by the text's own hash.
const prepared = texts.map((text) => prepareText(text, atlas, given)).sort((a, b) => a.order - b.order)
const spans = trainSpans(
  prepared.map((text) => text.span),
  SPAN_TRAINING,
)
const ranks = trainRanks(
  prepared.map((text) => text.rank),
  RANK_TRAINING,
)
writeFileSync(new URL('data/models/places.bin', root), writePlaceModel(spans, SPAN_BIAS, withPriors(ranks)))
console.log(`trained on ${prepared.length} texts`)
