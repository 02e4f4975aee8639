/** What a person may be in a case; one person may be several. */
export const ROLES = ['reader', 'observer', 'analyst', 'verifier', 'liaison', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Every role in a sentence, for those who hand them out. */
export const ROLE_WORDS: { readonly [R in Role]: string } = {
  reader: 'sees incidents, how each clause stands, patrols driven and bulletins',
  observer: 'brings in reports and reads them',
  analyst: 'reviews claims, links them, plans patrols',
  verifier: 'takes steps of verification and may open sealed parts; two are needed to verify',
  liaison: 'speaks for one side: consents to decisions, gives its accounts of patrols',
  editor: 'records decisions and publishes bulletins',
  admin: 'invites people and gives them roles; decides nothing about the record',
}

/** What a token may be used for; never more than its owner may, and never to manage people, passwords or tokens. */
export const SCOPES = ['read', 'take-in', 'decide'] as const
export type Scope = (typeof SCOPES)[number]

/** Someone who is known here. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** The side that a liaison speaks for. */
  readonly side: string | null
  /** Whether signing in takes a code beside the password. */
  readonly secondFactor: boolean
}

/** Who asks: a person, signed in or by a token of theirs. */
export interface Caller {
  readonly person: Person
  readonly by: 'session' | 'token'
  /** What a token is good for; null for a session, which may all that its person may. */
  readonly scopes: readonly Scope[] | null
}
