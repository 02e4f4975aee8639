/** A finding as pages show it: how something bears on an obligation, and in a sentence why. */
export interface FindingLine {
  readonly id: string
  readonly clause: string
  readonly obligation: string
  readonly subject: {
    readonly kind: 'incident' | 'patrol' | 'deadline' | 'silence'
    readonly incident?: string
    readonly patrol?: string
    readonly from?: string
    readonly to?: string
  }
  readonly outcome: string
  readonly validity: string
  readonly responsibility: string
  readonly bound: string
  readonly on: { readonly from: string; readonly to: string } | null
  readonly rule: string
  readonly origins: number
  readonly versions: readonly { readonly side: string; readonly says: string }[]
  readonly disputed: boolean
  readonly decision: string | null
  readonly sentence: string
}

/** The page that shows what a finding is about. */
export function subjectPath({ subject }: FindingLine): string | null {
  if (subject.incident !== undefined) return `/incidents/${subject.incident}`
  return subject.patrol === undefined ? null : `/patrols/${subject.patrol}`
}
