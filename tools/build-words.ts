/**
 * Builds data/models/words.bin from wink-nlp's model of English, which comes as an npm package.
 * Run after `npm ci`: `node tools/build-words.ts`. The same package gives the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatTaggerModel } from '../src/base/words/tagger/index.ts'
import { convertModel } from './words/convert-model.ts'
import { readWinkModel } from './words/wink-model.ts'

const model = convertModel(readWinkModel())
const bytes = formatTaggerModel(model)
const target = fileURLToPath(new URL('../data/models/words.bin', import.meta.url))
writeFileSync(target, bytes)
console.log(
  `${target}: ${(bytes.length / 1e6).toFixed(1)} MB; ${model.spellings.size} spellings of ${model.kinds.length} kinds, ` +
    `${model.contractions.size} contractions`,
)
