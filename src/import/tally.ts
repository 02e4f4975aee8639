/** What became of the rows of an import. */
export interface ImportTally {
  /** Records of the file but for its header and blank lines: the sum of the other four. */
  readonly rows: number
  /** Rows that were never imported before. */
  readonly added: number
  /** Rows that were imported before with other cells: their new entries supersede the old ones. */
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
}

/** The tally before the first row. */
export const EMPTY_TALLY: ImportTally = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }

/** The tally with what became of more rows; `rows` follows from the others. */
export function addToTally(tally: ImportTally, more: Omit<ImportTally, 'rows'>): ImportTally {
  const added = tally.added + more.added
  const changed = tally.changed + more.changed
  const unchanged = tally.unchanged + more.unchanged
  const refused = tally.refused + more.refused
  return { rows: added + changed + unchanged + refused, added, changed, unchanged, refused }
}
