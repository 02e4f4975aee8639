/**
 * Clauses: a tagged sentence taken apart into verbs with their subjects, objects and agents, shallow and in one pass.
 * English only; no lexicon but the closed class of function words. What a clause means is for others to say.
 */
export type { Chunk, ChunkKind } from './chunks.ts'
export { parseSentence, type Clause, type ClauseKind, type ParsedSentence } from './clauses.ts'
export { createClosedClass, FUNCTION, type ClosedClass } from './closed-class.ts'
export { mendTags } from './mend-tags.ts'
export { extendNoun, startOfNoun } from './noun-phrase.ts'
export type { VerbGroup } from './verb-group.ts'
