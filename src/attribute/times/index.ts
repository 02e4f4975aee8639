/**
 * Expressions of time: what they are in a text, and which interval of the calendar they fix, seen from the day of publication.
 * The words and the ways to join them are data (data/lexicon/times.yaml); one table step a word finds the longest phrase,
 * and a small function for each meaning resolves it. Dates are plain values; no clock and no time zone is read.
 */
export { createTimeFinder, type TimeFinder } from './find-times.ts'
export { parseTimeLexicon, type TimeLexicon } from './lexicon.ts'
