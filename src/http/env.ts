import type { Accounts } from '../compose/accounts/index.ts'
import type { Desk } from '../compose/desk/index.ts'
import type { Caller } from '../contract/index.ts'

/** What the API is put together from. */
export interface ApiParts {
  readonly desk: Desk
  readonly accounts: Accounts
  /** Origins whose pages may send writes with a session: where the browser finds the server. */
  readonly origins: readonly string[]
  /** The clock, as an instant in UTC. */
  readonly now: () => string
}

/** What handlers find in their context. */
export interface ApiEnv {
  Variables: { requestId: string; caller: Caller | null }
  /** `client`: who connects, an address; absent where a page's own server half asks. */
  Bindings: { readonly client?: string }
}
