/** What a query takes for `$1`, `$2`, … on both engines. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly (string | number | null)[]

/** One line to a database in which queries run one after the other. */
export interface Sql {
  /**
   * Runs one statement. Rows come back with bigint as a number and bytea as bytes; let the statement cast other types than those,
   * text, boolean, int and float8 to text, since the engines' clients differ there.
   */
  query<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>
  /** Runs one statement that returns no rows; answers how many it wrote or deleted. */
  change(text: string, values?: readonly SqlValue[]): Promise<number>
  /** Runs a script of several statements without parameters. */
  run(script: string): Promise<void>
}

/** An open database. */
export interface Database extends Sql {
  readonly engine: 'embedded' | 'postgres'
  /** Runs work in a transaction: committed when it is done, rolled back when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}
