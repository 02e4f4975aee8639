/** The case as every page names it. */
export interface CaseLine {
  readonly id: string
  readonly name: string
  /** IANA zone in which times are told. */
  readonly timeZone: string
}

/** Who is asking, and what they may do. */
export interface Me {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly roles: readonly string[]
    /** The side that a liaison speaks for. */
    readonly side: string | null
  } | null
  readonly case: CaseLine
  /** Permissions by name. Buttons are shown by them; the API decides. */
  readonly may: readonly string[]
}

/** A time as told: days or minutes, both ends inclusive. */
export interface Told {
  readonly from: string
  readonly to: string
  readonly precision: string
}
