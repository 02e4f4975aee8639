/**
 * Trains data/models/places.bin: which spans are place names, and which place a name means. Run with the files of annotated texts:
 * `node tools/train/places.ts [--folds N] FILE.jsonl…`, rows {id, text, title?, places: [{start, end, lat, lon}]}. Texts are not kept in the weights'
 * file, and the order of the texts is fixed, so the same inputs give the same bytes.
 * With `--folds N` nothing is written: it trains and scores N times over parts of the texts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createAtlas } from '../../src/attribute/places/atlas.ts'
import { indexCasePlaces } from '../../src/attribute/places/case-index.ts'
import { parseGazetteer, parseGivenNames } from '../../src/attribute/places/index.ts'
import { createVocabulary, createWordReader } from '../../src/base/words/index.ts'
import { taggerModel } from '../../src/base/words/model.fixture.ts'
import { crossValidate, trainModelBytes } from './places/cross-validate.ts'
import { readCorpus } from './places/corpus.ts'
import { prepareText } from './places/prepare.ts'

const root = new URL('../../', import.meta.url)
const gazetteer = parseGazetteer(readFileSync(new URL('data/gazetteer/places.bin', root)))
const givenNames = parseGivenNames(readFileSync(new URL('data/gazetteer/given-names.txt', root), 'utf8'))
const atlas = createAtlas(gazetteer, indexCasePlaces([], gazetteer))
const read = createWordReader(taggerModel, createVocabulary())

const [folds, ...paths] = process.argv[2] === '--folds' ? process.argv.slice(3) : ['0', ...process.argv.slice(2)]
const prepared = paths
  .flatMap((path) => readCorpus(path, read))
  .map((text) => ({ text, prepared: prepareText(text, atlas, givenNames) }))
  // An order that has nothing to do with the corpus: by the text's own hash.
  .sort((a, b) => a.prepared.order - b.prepared.order)

if (Number(folds) > 1) {
  for (const [corpus, score] of crossValidate(prepared, Number(folds), { gazetteer, givenNames })) {
    const f1 = (2 * score.exact) / (score.said + score.gold)
    console.log(
      `${corpus}: exact F1 ${f1.toFixed(3)}, within 161 km of all gold ${(score.near / score.withPoint).toFixed(3)}`,
    )
  }
} else {
  writeFileSync(new URL('data/models/places.bin', root), trainModelBytes(prepared.map((text) => text.prepared)))
  console.log(`trained on ${prepared.length} texts`)
}
