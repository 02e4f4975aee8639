import type { Instant } from '../base/instant.ts'
import type { JsonValue } from '../base/canonical-json.ts'

/** Position of an entry in its log, from 0. */
export type EntryIndex = number

/** A document of any shape that a later stage owns; the log keeps it untouched. */
type Document = { readonly [member: string]: JsonValue }

/**
 * A claim that a person speaks of. Claims are computed anew when the rules of reading change, and may then stand at another index: the
 * quote's offsets find the claim again.
 */
export interface ClaimAnchor {
  readonly report: string
  /** Index among the report's claims when the person spoke. */
  readonly claim: number
  /** Where its quote stands in the report's text. */
  readonly quote: { readonly start: number; readonly end: number }
}

/**
 * What each kind of entry says. To add a kind: a member here and its name in `ENTRY_KINDS`; the compiler then shows every
 * switch that must learn of it. Kinds are never renamed and members never change their meaning, since old entries stay.
 */
export interface EntryBodies {
  /** A page came in for the first time. The page itself is the sealed part `page`. */
  readonly 'report-received': {
    readonly report: string
    /** Hex SHA-256 of the page as received. */
    readonly pageSha256: string
    readonly mediaType: string
    /** Address, file name or feed it came from. */
    readonly from: string
    /** The report as read: working text, metadata, dropped passages. */
    readonly reading: Document
  }
  /** The same page came in again. */
  readonly 'report-sighted': { readonly report: string; readonly pageSha256: string; readonly from: string }
  /** A page could not be fetched or read; it may be tried again. */
  readonly 'read-failed': { readonly from: string; readonly code: string; readonly message: string }
  /** A person confirms, amends or rejects a claim. */
  readonly review: ClaimAnchor & {
    readonly verdict: 'confirmed' | 'amended' | 'rejected'
    /** What the person says instead, in the form of a claim's members; null unless the verdict is `amended`. */
    readonly amended: Document | null
    readonly reason: string
  }
  /** A person says whether claims tell of one incident; outranks the machine. */
  readonly 'link-decision': {
    readonly decision: 'same' | 'different' | 'unsure'
    readonly claims: readonly ClaimAnchor[]
    readonly reason: string
  }
  /** One step on one of the two axes: whether it happened, or who answers for it. */
  readonly 'verification-step': {
    readonly incident: string
    /** Claims that the incident had when the step was taken, the one that gave it its id first: by them the incident is found again. */
    readonly claims: readonly ClaimAnchor[]
    /** The entry of the step that this one follows; null for an incident's first. */
    readonly after: EntryIndex | null
    readonly axis: 'validity' | 'responsibility'
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  /** What the coordination centre resolved, and which sides signed. */
  readonly decision: { readonly decision: string; readonly signedBy: readonly string[]; readonly resolved: Document }
  /** A side's word on a decision: its signature, or its refusal. The last one of a side counts. */
  readonly consent: {
    readonly decision: string
    readonly side: string
    readonly verdict: 'signed' | 'declined'
    readonly reason: string
  }
  /** What was watched, or could not be, from when to when. */
  readonly coverage: { readonly document: Document }
  /** A side's account of a patrol in its own words; patrol numbers differ between sides and are no key. */
  readonly 'patrol-log': { readonly patrol: string; readonly side: string; readonly account: Document }
  /** A bulletin or other document went out. */
  readonly publication: { readonly publication: string; readonly sha256: string; readonly mediaType: string }
  /** A row of an imported table with all its source columns. */
  readonly 'import-row': {
    readonly source: string
    /** The row's own id in that source. */
    readonly row: string
    readonly columns: { readonly [column: string]: string }
  }
  /** How the rows of a table of one's own are read; the last one of a data set counts, for its earlier rows too. */
  readonly 'import-mapping': {
    /** The name of the data set, as in its rows' `source`. */
    readonly source: string
    /** The mapping file's text. */
    readonly mapping: string
  }
  /** A side names the key of its witness, who cosigns the log's checkpoints; a later one of the same side takes its place. */
  readonly 'witness-named': {
    readonly side: string
    /** The verifier key, as C2SP signed-note prints it. */
    readonly verifier: string
    readonly reason: string
  }
  /** A person looked into a sealed part of an entry, and why. */
  readonly 'part-opened': { readonly entry: EntryIndex; readonly name: string; readonly reason: string }
  /** An earlier entry is replaced (`by` an entry) or withdrawn (`by` null); the earlier one stays in the log. */
  readonly supersedes: { readonly entry: EntryIndex; readonly by: EntryIndex | null; readonly reason: string }
}

export type EntryKind = keyof EntryBodies

/** Every kind of entry. */
export const ENTRY_KINDS = [
  'report-received',
  'report-sighted',
  'read-failed',
  'review',
  'link-decision',
  'verification-step',
  'decision',
  'consent',
  'coverage',
  'patrol-log',
  'publication',
  'import-row',
  'import-mapping',
  'witness-named',
  'part-opened',
  'supersedes',
] as const satisfies readonly EntryKind[]

/** Binds an entry to a part that is kept beside the log and may be withheld or erased, without telling anything of it. */
export interface SealedCommitment {
  /** What the part is: `page`, `source-identity`. Unique in its entry. */
  readonly name: string
  /** Base64 of the part's salted SHA-256. */
  readonly commitment: string
}

/** An entry of one kind. */
export interface EntryOf<K extends EntryKind> {
  readonly kind: K
  /** When it was recorded. */
  readonly at: Instant
  /** Who recorded it: a person's id, or the name of the part of the program. */
  readonly by: string
  readonly body: EntryBodies[K]
  /** Absent where nothing is sealed; never empty. */
  readonly sealed?: readonly SealedCommitment[]
}

/** One line of the append-only log: something received, or something a person decided. All else is computed from these. */
export type Entry = { readonly [K in EntryKind]: EntryOf<K> }[EntryKind]

/** Whether a word names a kind of entry. */
export function isEntryKind(word: string): word is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(word)
}
