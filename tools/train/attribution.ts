/**
 * Trains the weights of the statement finder, data/models/attribution.bin.
 *
 *     node tools/train/attribution.ts CORPUS.jsonl [OUT.bin]
 *
 * CORPUS holds one annotated article a line: {text, attributions: [{cue, content, source}]}, each a list of {start, end} in
 * UTF-16 code units. The shipped weights were trained on the training part of PolNeAR 1.0. Takes about two minutes; the same
 * corpus, lexicon and code give the same bytes. The judge, who has the last word, is fitted on articles that the models it
 * judges have not seen (FOLDS-fold); the shipped models are then trained on all.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { JUDGE_FEATURES } from '../../src/attribute/statements/judge.ts'
import { formatAttributionModel, type AttributionModel } from '../../src/attribute/statements/model.ts'
import { readCorpus, type TrainingDocument } from './attribution/corpus.ts'
import { chooseFloor, collectJudgeItems, fitJudge } from './attribution/fit-judge.ts'
import { fitModels } from './attribution/fit-models.ts'

const FOLDS = 4
/** Log-odds below which a cue is not looked at further; higher is faster and costs recall. */
const CUE_FLOOR = -0.6
/** A word opens the gate if it was a cue at least so often, and in at least this share of its uses. */
const GATE = { least: 2, share: 0.02 }

function gateOf(documents: readonly TrainingDocument[]): Uint8Array {
  const gate = new Uint8Array(8192)
  const cues = new Map<number, number>()
  const total = new Map<number, number>()
  for (const { layout, byCue } of documents) {
    for (const [i, hash] of layout.hash.entries()) {
      total.set(hash, (total.get(hash) ?? 0) + 1)
      if (byCue.has(i)) cues.set(hash, (cues.get(hash) ?? 0) + 1)
    }
  }
  for (const [hash, count] of cues) {
    if (count < GATE.least || count / (total.get(hash) ?? 1) < GATE.share) continue
    const byte = (hash & 0xffff) >> 3
    gate[byte] = (gate[byte] ?? 0) | (1 << (hash & 7))
  }
  return gate
}

function modelOf(documents: readonly TrainingDocument[]): AttributionModel {
  const gate = gateOf(documents)
  return {
    ...fitModels(documents, gate),
    gate,
    judge: new Float32Array(JUDGE_FEATURES),
    cueFloor: CUE_FLOOR,
    judgeFloor: 0,
  }
}

const [corpusPath, outPath = new URL('../../data/models/attribution.bin', import.meta.url)] = process.argv.slice(2)
if (corpusPath === undefined) throw new TypeError('usage: node tools/train/attribution.ts CORPUS.jsonl [OUT.bin]')
const lexicon = readFileSync(new URL('../../data/lexicon/cues.yaml', import.meta.url), 'utf8')
const documents = readCorpus(readFileSync(corpusPath, 'utf8'), lexicon)
const gold = documents.reduce((sum, { golds }) => sum + golds.length, 0)
console.error(`${documents.length} articles, ${gold} attributions`)

const items = Array.from({ length: FOLDS }, (_, fold) => {
  const model = modelOf(documents.filter((_, d) => d % FOLDS !== fold))
  return collectJudgeItems(
    documents.filter((_, d) => d % FOLDS === fold),
    model,
  )
}).flat()
const judge = fitJudge(items)
const { floor, f1 } = chooseFloor(items, judge, gold)
console.error(`models alone, ${FOLDS}-fold: F1 ${f1.toFixed(3)} from log-odds ${floor.toFixed(2)}`)
writeFileSync(outPath, formatAttributionModel({ ...modelOf(documents), judge, judgeFloor: floor }))
