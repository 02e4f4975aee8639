import { readFileSync } from 'node:fs'
import { parseTaggerModel } from './tagger/index.ts'

/** The shipped tagger's model, for tests and tools. */
export const taggerModel = parseTaggerModel(readFileSync(new URL('../../../data/models/words.bin', import.meta.url)))
