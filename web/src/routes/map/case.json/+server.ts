import { caseMap } from '#lib/server/case-map.ts'
import type { RequestHandler } from './$types'

/** Roads, zones and places of the case with the labels that the map draws. */
export const GET: RequestHandler = async ({ locals }) =>
  Response.json(await caseMap(locals.api), { headers: { 'cache-control': 'private, max-age=300' } })
