/**
 * Trains the weights for pages of a sentence or two, data/models/briefs.bin.
 *
 *     node tools/train/briefs.ts [--folds N] CORPUS.jsonl [OUT.bin]
 *
 * CORPUS holds one annotated sentence a line: {text, quad: 0..4, roles: [{role, start, end}]} with the roles source, target and
 * reciprocal, in UTF-16 code units. The shipped weights were trained on 930 sentences of ConfliBERT's CAMEO sets. Sentences are
 * ordered by their hash, so that the same corpus, lexicon and code give the same bytes. With `--folds N` nothing is written: it
 * trains and scores N times over parts of the sentences. A few seconds either way.
 */
import { writeFileSync } from 'node:fs'
import { formatBriefModel } from '../../src/attribute/briefs/model-file.ts'
import { readBriefCorpus } from './briefs/corpus.ts'
import { crossValidate } from './briefs/cross-validate.ts'
import { trainBriefModel } from './briefs/train-model.ts'

const [folds, ...paths] = process.argv[2] === '--folds' ? process.argv.slice(3) : ['0', ...process.argv.slice(2)]
const [corpusPath, outPath = new URL('../../data/models/briefs.bin', import.meta.url)] = paths
if (corpusPath === undefined)
  throw new TypeError('usage: node tools/train/briefs.ts [--folds N] CORPUS.jsonl [OUT.bin]')

const examples = readBriefCorpus(corpusPath)
if (Number(folds) > 1) {
  const { sourceF1, targetF1, classMacroF1 } = crossValidate(examples, Number(folds))
  console.log(
    `${folds}-fold: source F1 ${sourceF1.toFixed(3)}, target F1 ${targetF1.toFixed(3)}, class ${classMacroF1.toFixed(3)}`,
  )
} else {
  writeFileSync(outPath, formatBriefModel(trainBriefModel(examples)))
  console.log(`trained on ${examples.length} sentences`)
}
