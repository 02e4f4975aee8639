/**
 * Words: text as tokens with tags, sentences and exact offsets, in columns that the stages read at speed.
 * Wraps wink-nlp, so that nothing else in the house knows which tagger is used.
 * Load lexicons into a Vocabulary first; then a word's number is its lexicon entry.
 */
export { createWordReader, type WordReader } from './read-words.ts'
export { createVocabulary, type Vocabulary } from './vocabulary.ts'
export { SHAPE, type WordForm } from './word-form.ts'
export { intervalOf, TAG, type Tag, type TokenRange, type Words } from './words.ts'
