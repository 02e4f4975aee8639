/**
 * A side's witness at work: a folder on the side's own machine with its key and the last checkpoint that it cosigned. It signs a checkpoint
 * only if it continues all that the witness has seen, so that a log which shows two histories is found out. Part of the composition root.
 */
export {
  cosign,
  initWitness,
  latestOf,
  WITNESS_CODES,
  type WitnessAnswer,
  type WitnessFailure,
} from './witness-folder.ts'
