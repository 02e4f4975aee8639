import type { Instant } from '../../base/instant.ts'
import type { Result } from '../../base/result.ts'
import type { Mapping } from '../../import/index.ts'
import type { CaseRecord, EntryBodies, Finding, Incident, PlaceReference, Reading, Report } from '../../model/index.ts'
import type { Bearings } from '../../store/projections/index.ts'

/** A page to read: bytes of unknown kind, or a text or HTML document as scraped, with what its bringer knows of it. */
export interface PageInput {
  readonly id: string
  readonly bytes?: Uint8Array
  readonly text?: string
  readonly html?: string
  readonly mediaType?: string
  readonly url?: string
  readonly outlet?: string
  readonly published?: string
  readonly title?: string
  readonly language?: string
}

/** Why a page cannot be read. */
export interface PageFailure {
  readonly code: string
  readonly message: string
}

/** What a case needs of the stages and of the world; the composition root puts it together, tests hand in their own. */
export interface CaseTools {
  /** Reads a page into a report and its claims. */
  readonly readPage: (page: PageInput) => Promise<Result<Reading, PageFailure>>
  /** Reads a report that is in the record already: the reading that `readPage` gave, by the rules of today. */
  readonly attributeReport: (report: Report) => Reading
  /**
   * Reads a row of an imported table by the mapping that the log holds of it, or else by the one that ships with the project; null where it
   * states no claim or was refused. (Default: rows are kept but not read)
   */
  readonly readImportRow?: (body: EntryBodies['import-row'], logged: Mapping | null) => Reading | null
  /** Where an incident lies by the case's zones and roads. (Default: nowhere) */
  readonly bearingsOf?: (incident: Incident) => Bearings
  /** What a record's agreement makes of it. (Default: nothing) */
  readonly findingsOf?: (record: CaseRecord) => readonly Finding[]
  /** Where a place name leads. (Default: to places that incidents of the record name) */
  readonly findPlace?: (name: string) => PlaceReference | null
  /** The clock. */
  readonly now: () => Instant
}
