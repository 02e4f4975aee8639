import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { logTrack, matchTrack, type MatchedTrack, type TrackFile } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, personOf, routeFor } from '../route.ts'
import { basisOf } from '../tags.ts'
import { ifMatch } from './decision-schemas.ts'
import { driveSchema } from './patrol-schemas.ts'
import { patrolId, recorded } from './patrols.ts'

const file = z
  .instanceof(File)
  .openapi({ type: 'string', format: 'binary', description: 'GPX 1.0 or 1.1 of at most 10 MiB.' })

const matchForm = z
  .object({
    file,
    fromKm: z.coerce.number().optional().openapi({ description: 'Of what was to be driven; with `toKm`.' }),
    toKm: z.coerce.number().optional(),
  })
  .openapi('TrackToMatch')

const logForm = z
  .object({
    file,
    seen: z.coerce.number().int().min(-1).optional().openapi({
      description: 'The last entry of the log when the person looked; instead of `If-Match`.',
    }),
    looked: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({ description: '`sha256` of the drive that was looked at: another file is refused.' }),
    outcome: z.string().max(40).optional().openapi({ description: '(Default: as told before, else by the track)' }),
    says: z.string().max(10_000).optional().openapi({ description: 'In the side’s own words.' }),
    reason: z.string().max(10_000).optional(),
    number: z.coerce.number().int().positive().optional(),
  })
  .openapi('TrackToLog')

function form<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'multipart/form-data': { schema } } } as const
}

/** Tracks of vehicles: how one lies on a road, and one as a side's account of a patrol. */
export function addDrives(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const match = routeFor(parts, 'match-drive', {
    method: 'post',
    path: '/api/roads/{road}/drives',
    summary: 'How a GPX track lies on a road; nothing of it is kept',
    request: { params: z.object({ road: z.string().max(100) }), body: form(matchForm) },
    responses: { 200: json(driveSchema, 'The drive.') },
  })
  app.openapi(match, async (c) => {
    const { file: sent, fromKm, toKm } = c.req.valid('form')
    const planned = fromKm === undefined || toKm === undefined ? null : { fromKm, toKm }
    const drive = matchTrack(desk, c.req.valid('param').road, await trackOf(sent), planned)
    if (!drive.ok) return problem(c, drive.failure)
    c.header('cache-control', 'no-store')
    return c.json(toWire(drive.value))
  })

  const log = routeFor(parts, 'log-drive', {
    method: 'post',
    path: '/api/patrols/{id}/drives',
    summary: 'A GPX track as a side’s own account of a patrol, by its liaison; adds to what the side has told',
    request: { params: patrolId, headers: ifMatch, body: form(logForm) },
    responses: { 200: json(recorded, 'It is in the log.') },
  })
  app.openapi(log, async (c) => {
    const { id: patrol } = c.req.valid('param')
    const { file: sent, seen: told, looked, ...words } = c.req.valid('form')
    const seen = told ?? basisOf(c.req.header('if-match'))
    if (seen === null) {
      const message = 'If-Match: found none, expected the ETag of the patrol, or the last entry `seen`'
      return problem(c, { code: 'basis-missing', message })
    }
    const person = personOf(c)
    const outcome = await logTrack(desk, person.id, {
      patrol,
      side: person.side ?? '',
      file: await trackOf(sent),
      seen,
      words: defined(words),
      ...(looked !== undefined && { looked }),
    })
    return outcome.ok ? c.json({ entry: outcome.value.entry }) : problem(c, outcome.failure)
  })
}

async function trackOf(sent: File): Promise<TrackFile> {
  return { name: sent.name.slice(0, 200), bytes: new Uint8Array(await sent.arrayBuffer()) }
}

type Words = { readonly [K in 'outcome' | 'says' | 'reason']?: string | undefined } & {
  readonly number?: number | undefined
}

/** What was told at all: an empty field of a form tells nothing. */
function defined(words: Words): { readonly outcome?: string; readonly says?: string; readonly number?: number } {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined && value !== ''))
}

/** A drive with its times as instants in UTC. */
function toWire({ departed, returned, stops, away, ...drive }: MatchedTrack): z.infer<typeof driveSchema> {
  return {
    ...drive,
    departed: instantOf(departed),
    returned: instantOf(returned),
    stops: stops.map((stop) => ({ ...stop, from: new Date(stop.from * 1000).toISOString() })),
    away: away.map((spell) => ({ ...spell, from: instantOf(spell.from), to: instantOf(spell.to) })),
    driven: [...drive.driven],
    gaps: [...drive.gaps],
    dropped: [...drive.dropped],
  }
}

function instantOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString()
}
