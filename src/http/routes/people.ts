import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { PERMISSIONS, ROLES, SCOPES, denialOf, type Operation } from '../../contract/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, personOf, routeFor, jsonBody } from '../route.ts'

const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(ROLES)).readonly(),
    side: z.string().nullable().openapi({ description: 'The side that a liaison speaks for.' }),
    secondFactor: z.boolean(),
  })
  .openapi('Person')

const rolesShape = {
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  side: z.string().max(100).nullable().default(null).openapi({ description: 'Only for a liaison.' }),
}

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()).readonly(),
  createdAt: z.string(),
  expiresAt: z.string(),
})

/** Who asks, and what they may do. */
export function addMe(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { accounts } = parts
  const show = routeFor(parts, 'show-me', {
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and every operation that they may do',
    responses: { 200: json(personSchema.extend({ may: z.array(z.string()) }).openapi('Me'), 'Who asks.') },
  })
  app.openapi(show, (c) => {
    const caller = c.get('caller')
    const operations = Object.keys(PERMISSIONS) as Operation[]
    c.header('cache-control', 'no-store')
    return c.json({ ...personOf(c), may: operations.filter((operation) => denialOf(caller, operation) === null) })
  })

  const password = routeFor(parts, 'set-password', {
    method: 'post',
    path: '/api/me/password',
    summary: 'Sets one’s own password, 12 characters at least',
    request: {
      body: jsonBody(
        z.object({
          password: z.string().min(12).max(128),
          current: z.string().max(128).nullable().default(null).openapi({ description: 'Where one is set.' }),
        }),
      ),
    },
    responses: { 204: { description: 'It is set.' } },
  })
  app.openapi(password, async (c) => {
    const { password, current } = c.req.valid('json')
    if (await accounts.setPassword(c.req.raw.headers, password, current)) return c.body(null, 204)
    const message =
      'password: found one that is not taken, expected a session and the current password where one is set'
    return problem(c, { code: 'password-refused', message })
  })
}

/** Tokens for programs. */
export function addTokens(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { accounts } = parts
  const list = routeFor(parts, 'list-tokens', {
    method: 'get',
    path: '/api/me/tokens',
    summary: 'One’s own tokens',
    responses: { 200: json(z.array(tokenSchema).openapi('Tokens'), 'The tokens, the newest first.') },
  })
  app.openapi(list, async (c) => c.json([...(await accounts.tokens(personOf(c).id))]))

  const issue = routeFor(parts, 'issue-token', {
    method: 'post',
    path: '/api/me/tokens',
    summary: 'A token for a program, which may at most what its owner may',
    request: {
      body: jsonBody(
        z.object({
          name: z.string().min(1).max(100),
          scopes: z.array(z.enum(SCOPES)).min(1),
          days: z.int().min(1).max(366).default(90),
        }),
      ),
    },
    responses: {
      201: json(tokenSchema.extend({ secret: z.string() }).openapi('IssuedToken'), 'The token, shown this once.'),
    },
  })
  app.openapi(issue, async (c) => {
    const { name, scopes, days } = c.req.valid('json')
    c.header('cache-control', 'no-store')
    return c.json(await accounts.issueToken(personOf(c).id, name, scopes, days), 201)
  })

  const revoke = routeFor(parts, 'revoke-token', {
    method: 'delete',
    path: '/api/me/tokens/{id}',
    summary: 'Ends a token',
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 204: { description: 'It is over.' } },
  })
  app.openapi(revoke, async (c) => {
    const { id } = c.req.valid('param')
    if (await accounts.revokeToken(personOf(c).id, id)) return c.body(null, 204)
    return problem(c, { code: 'not-found', message: `token: found none with id ${id}, expected one of one’s own` })
  })
}

/** People, for admins. */
export function addPeople(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { accounts } = parts
  const list = routeFor(parts, 'list-people', {
    method: 'get',
    path: '/api/people',
    summary: 'Everybody who has an account, with their roles',
    responses: { 200: json(z.array(personSchema), 'The people, by name.') },
  })
  app.openapi(list, async (c) => c.json([...(await accounts.people())]))

  const names = routeFor(parts, 'list-names', {
    method: 'get',
    path: '/api/people/names',
    summary: 'Who the ids in histories are',
    responses: { 200: json(z.array(z.object({ id: z.string(), name: z.string() })), 'Ids and names.') },
  })
  app.openapi(names, async (c) => c.json((await accounts.people()).map(({ id, name }) => ({ id, name }))))

  const invite = routeFor(parts, 'invite-person', {
    method: 'post',
    path: '/api/people',
    summary: 'Makes an account and a link that signs its person in, once, within a day',
    request: {
      body: jsonBody(z.object({ name: z.string().min(1).max(200), email: z.email().max(200), ...rolesShape })),
    },
    responses: {
      201: json(z.object({ person: personSchema, link: z.string() }).openapi('Invitation'), 'The person and the link.'),
    },
  })
  app.openapi(invite, async (c) => {
    c.header('cache-control', 'no-store')
    const invited = await accounts.invite(c.req.valid('json'))
    if (invited) return c.json(invited, 201)
    const message = `email: found an account of ${c.req.valid('json').email}, expected none yet`
    return problem(c, { code: 'person-exists', message })
  })

  const reset = routeFor(parts, 'reset-access', {
    method: 'post',
    path: '/api/people/{id}/reset',
    summary: 'For a lost password or phone: forgets both, ends all sessions, and gives a new link',
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 200: json(z.object({ link: z.string() }), 'The link, good once within a day.') },
  })
  app.openapi(reset, async (c) => {
    const { id } = c.req.valid('param')
    const link = await accounts.resetAccess(id)
    c.header('cache-control', 'no-store')
    if (link !== null) return c.json({ link })
    return problem(c, {
      code: 'not-found',
      message: `person: found none with id ${id}, expected one who has an account`,
    })
  })

  const roles = routeFor(parts, 'set-roles', {
    method: 'put',
    path: '/api/people/{id}/roles',
    summary: 'Gives a person exactly these roles',
    request: {
      params: z.object({ id: z.string().max(100) }),
      body: jsonBody(z.object(rolesShape)),
    },
    responses: { 200: json(personSchema, 'The person.') },
  })
  app.openapi(roles, async (c) => {
    const { id } = c.req.valid('param')
    const { roles: given, side } = c.req.valid('json')
    const person = await accounts.setRoles(id, given, side)
    if (person) return c.json(person)
    return problem(c, {
      code: 'not-found',
      message: `person: found none with id ${id}, expected one who has an account`,
    })
  })
}
