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
