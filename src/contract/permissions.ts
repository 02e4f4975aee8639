import { ROLES, type Caller, type Role, type Scope } from './roles.ts'

/** Who may do a thing: anybody, whoever is signed in, or those of some roles. A token needs the scope besides. */
export interface Permission {
  readonly who: 'anybody' | 'signed-in' | readonly Role[]
  /** manage: by a person who is signed in, never by a token. */
  readonly scope: Scope | 'manage'
}

const ALL = ROLES
/** Those who work on the record: a reader sees what came of it only. */
const STAFF = ['observer', 'analyst', 'verifier', 'liaison', 'editor', 'admin'] as const satisfies readonly Role[]
/** Those who may bring in what was published. */
const BRINGERS = ['observer', 'analyst', 'verifier', 'editor'] as const satisfies readonly Role[]
/** Tomorrow's road is told to those who need it: it could be used against the patrol. */
const PLANNERS = ['analyst', 'verifier', 'liaison', 'editor'] as const satisfies readonly Role[]

function read(who: Permission['who']): Permission {
  return { who, scope: 'read' }
}

function decide(...who: readonly Role[]): Permission {
  return { who, scope: 'decide' }
}

/** Every operation of the API and who may do it. An operation that is not named here cannot be served. */
export const PERMISSIONS = {
  'show-health': read('anybody'),
  'show-openapi': read('anybody'),
  'show-reference': read('anybody'),
  'show-checkpoint': read('anybody'),
  'prove-entry': read('anybody'),
  'prove-consistency': read('anybody'),
  'list-cosignatures': read('anybody'),
  'list-witnesses': read('anybody'),
  'request-cosignature': read('anybody'),
  'add-cosignature': { who: 'anybody', scope: 'decide' },
  'show-me': read('signed-in'),
  'set-password': { who: 'signed-in', scope: 'manage' },
  'list-tokens': { who: 'signed-in', scope: 'manage' },
  'issue-token': { who: 'signed-in', scope: 'manage' },
  'revoke-token': { who: 'signed-in', scope: 'manage' },
  'list-people': { who: ['admin'], scope: 'manage' },
  'invite-person': { who: ['admin'], scope: 'manage' },
  'reset-access': { who: ['admin'], scope: 'manage' },
  'set-roles': { who: ['admin'], scope: 'manage' },
  'list-names': read(STAFF),
  'show-case': read(ALL),
  'show-case-status': read(STAFF),
  'list-incidents': read(ALL),
  'show-incident': read(ALL),
  'show-incident-history': read(STAFF),
  'show-timeline': read(ALL),
  'export-incidents': read(ALL),
  'show-tile': read(ALL),
  'hear-events': read(ALL),
  'list-reports': read(STAFF),
  'show-report': read(STAFF),
  'add-report': { who: BRINGERS, scope: 'take-in' },
  'read-page': read(BRINGERS),
  'look-at-table': { who: BRINGERS, scope: 'take-in' },
  'import-table': { who: BRINGERS, scope: 'take-in' },
  'list-entries': read(STAFF),
  'show-entry': read(STAFF),
  'audit-log': read(STAFF),
  'export-bundle': read(STAFF),
  'name-witness': decide('liaison'),
  'review-claim': decide('analyst', 'verifier'),
  'decide-link': decide('analyst', 'verifier'),
  'merge-incidents': decide('analyst', 'verifier'),
  'split-incident': decide('analyst', 'verifier'),
  'withdraw-decision': decide('analyst', 'verifier'),
  'verify-incident': decide('verifier'),
  'open-part': decide('verifier'),
  'show-desk': read(STAFF),
  'show-map': read(ALL),
  'list-actors': read(ALL),
  'show-agreement': read(ALL),
  'list-findings': read(ALL),
  'compare-findings': read(ALL),
  'show-status': read(ALL),
  'show-sides': read(ALL),
  'check-agreement': read(STAFF),
  'list-patrols': read(ALL),
  'show-patrol': read(ALL),
  'plan-patrol': read(PLANNERS),
  'match-drive': read(PLANNERS),
  'propose-decision': decide('analyst', 'editor'),
  'give-consent': decide('liaison'),
  'log-patrol': decide('liaison'),
  'log-drive': decide('liaison'),
  'list-bulletins': read('anybody'),
  'show-bulletin': read('anybody'),
  'show-bulletin-file': read('anybody'),
  'prove-bulletin': decide('editor'),
  'draft-bulletin': read(['editor']),
  'publish-bulletin': { who: ['editor'], scope: 'manage' },
} as const satisfies { readonly [operation: string]: Permission }

/** An operation of the API. */
export type Operation = keyof typeof PERMISSIONS

/** Why somebody may not do a thing: nobody is signed in, no role allows it, or the token is not good for it. */
export type Denial = 'sign-in-needed' | 'role-missing' | 'scope-missing'

/** Whether a caller may do a thing: null, or why not. */
export function denialOf(caller: Caller | null, operation: Operation): Denial | null {
  const { who, scope }: Permission = PERMISSIONS[operation]
  if (who === 'anybody') return null
  if (!caller) return 'sign-in-needed'
  if (who !== 'signed-in' && !who.some((role) => caller.person.roles.includes(role))) return 'role-missing'
  const good = caller.scopes === null || (scope !== 'manage' && caller.scopes.includes(scope))
  return good ? null : 'scope-missing'
}
