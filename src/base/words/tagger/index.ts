/**
 * Tagger: cuts text into tokens and gives each its part of speech and each sentence its end, by the lexicon and the patterns of
 * wink-nlp's English model, which data/models/words.bin holds in a form that is quick to read.
 * What it says of a text depends on that text alone. Spellings are remembered for speed, never learned from.
 */
export { formatTaggerModel, parseTaggerModel, type TaggerData, type TaggerModel } from './model-file.ts'
export { createTagger, type Tagger, type TaggedTokens } from './tagger.ts'
export { type MachineData } from './machine.ts'
export { PASSED_OVER, SPACE_TAG, type WordKind } from './word-kind.ts'
