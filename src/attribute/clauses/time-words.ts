const TIMES_AND_MEASURES = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday today yesterday tomorrow week month year day days weeks months years hours minutes kilometres kilometers km ' +
    'miles meters metres morning evening night noon afternoon weekend'
  ).split(' '),
)

/** Whether a word, in lower case, names a time or a measure: such a noun does nothing and suffers nothing. */
export function isTimeWord(lower: string): boolean {
  return TIMES_AND_MEASURES.has(lower)
}
