import type { Bulletin } from '../../../src/publish/index.ts'

export type { Bulletin, PublishedIncident } from '../../../src/publish/index.ts'

/** A sentence of a bulletin with what stands behind it. */
export type Sentence = Bulletin['summary'][number]

/** A bulletin, or another document, that went out. */
export interface BulletinLine {
  readonly id: string
  readonly entry: number
  readonly at: string
  readonly by: string
  /** Hexadecimal SHA-256 of what was published. */
  readonly sha256: string
  readonly mediaType: string
}

/** A published bulletin with its files, held against the log. */
export interface PublishedBulletin extends BulletinLine {
  /** Null where the server has not got its files. */
  readonly bulletin: Bulletin | null
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  /** What of the files is not what was published. */
  readonly findings: readonly { readonly code: string; readonly message: string; readonly file: string | null }[]
  readonly replacedBy: string | null
}

/** A bulletin that is not out yet. */
export interface BulletinDraft {
  readonly bulletin: Bulletin
  readonly sha256: string
  readonly seen: number
}
