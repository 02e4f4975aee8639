import { z } from 'zod'

/** A row that is not taken, or a whole table. Lines count from 1, the header included. */
const rowRefusalSchema = z
  .object({
    line: z.int(),
    /** Null where the row as a whole is wrong. */
    column: z.string().nullable(),
    code: z.string(),
    found: z.string(),
    expected: z.string(),
    /** Place, what was found and what was expected, in one sentence. */
    message: z.string(),
  })
  .readonly()

/** What became, or would become, of the rows of a table: the last four sum up to the first. */
const tallySchema = z
  .object({
    rows: z.int(),
    added: z.int(),
    /** Rows that the record holds with other cells: the new ones supersede them. */
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
  })
  .readonly()

/** What became, or would become, of a table that somebody brought. */
export const tablesLookSchema = z
  .object({
    /** Over the files that were sent: who keeps them gives it back as `looked`. */
    sha256: z.string(),
    tables: z.array(
      z
        .object({
          /** The file; behind `!` one in an archive. */
          name: z.string(),
          /** How the rows are read: the mapping's data set, and the columns that it reads. */
          mapping: z.object({ dataset: z.string(), title: z.string(), columns: z.array(z.string()) }).readonly(),
          tally: tallySchema,
          /** How many rows are refused, by code. */
          codes: z.record(z.string(), z.int()),
          /** The first 200 refused rows. */
          problems: z.array(rowRefusalSchema),
          /** Why the table as a whole is not taken. */
          fault: rowRefusalSchema.nullable(),
        })
        .readonly(),
    ),
    /** Tables that could not be had: a damaged archive, a document of another form. */
    failures: z.array(z.object({ from: z.string(), code: z.string(), message: z.string() }).readonly()),
  })
  .readonly()
