/**
 * Accounts: the people of a case with their roles and tokens, and the answers to writes by their idempotency keys. No part of the record:
 * nothing here is computed from entries, and `rebuild` leaves it alone. Passwords, sessions and second factors in the same schema belong
 * to better-auth, which reads and writes them through the composition root.
 */
export { beginWrite, dropWrite, endWrite, type KnownWrite, type WriteKey } from './idempotent-writes.ts'
export {
  findPerson,
  forgetAccess,
  hasCredential,
  listPeople,
  peopleOfRole,
  writeRoles,
  type PersonRow,
} from './people.ts'
export { deleteToken, findToken, insertToken, listTokens, type TokenRow } from './tokens.ts'
