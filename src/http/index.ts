/**
 * HTTP: the API over web-standard requests, and the server that answers it. `createApi` puts the app together from a desk and its accounts;
 * `serveCase` opens a case and listens. Routes are thin: parse, ask the desk, answer; refusals are problem+json with a code.
 * Who may do what stands in the contract's table of permissions; docs/openapi.json is drawn from the routes.
 */
export { createApi, type Api, type ApiOptions } from './create-api.ts'
export type { ApiParts } from './env.ts'
export type { RateLimits } from './middleware/rate-limit.ts'
export { openPlatform, serveCase, type AnswerPage, type Platform, type ServeOptions, type Serving } from './serve.ts'
