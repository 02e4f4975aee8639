/**
 * Accounts: who people are, how they sign in, and what they may be in a case. better-auth keeps passwords, sessions, second factors and
 * single sign-on in the case's own store, on either engine; roles and tokens are ours. `whoIs` answers who sends a request; what each role
 * may do stands in the contract's table.
 */
export { createAccounts, type Accounts, type Invitation, type IssuedToken } from './accounts.ts'
export { CLIENT_HEADER, type SignInOptions, type SingleSignOn } from './sign-in.ts'
