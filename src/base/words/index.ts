/**
 * Words: text as tokens with tags, sentences and exact offsets, in columns that the stages read at speed.
 * The tagger has a folder of its own, so that nothing else in the house knows how words are told apart.
 * Load lexicons into a Vocabulary first; then a word's number is its lexicon entry.
 */
export { createWordReader, type WordReader } from './read-words.ts'
export { parseTaggerModel, type TaggerModel } from './tagger/index.ts'
export { createVocabulary, type Vocabulary } from './vocabulary.ts'
export { SHAPE, type WordForm } from './word-form.ts'
export { intervalOf, TAG, type Tag, type TokenRange, type Words } from './words.ts'
