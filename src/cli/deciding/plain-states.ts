/** A state of verification in plain words: "under verification", "largely attributable to hts". */
export function plainState(state: string): string {
  const [word = '', actor] = state.split(/:(.*)/s)
  return actor === undefined ? word.replaceAll('-', ' ') : `${word.replaceAll('-', ' ')} to ${actor}`
}
