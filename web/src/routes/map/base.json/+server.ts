import { readBase } from '#lib/server/base-map.ts'
import type { RequestHandler } from './$types'

/** The land around the case, from the atlas that ships with the workbench. It changes with the program alone. */
export const GET: RequestHandler = () =>
  new Response(readBase(), {
    headers: { 'content-type': 'application/geo+json', 'cache-control': 'private, max-age=86400' },
  })
