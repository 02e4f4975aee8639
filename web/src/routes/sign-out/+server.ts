import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** Ends the session. */
export const POST: RequestHandler = async ({ locals }) => {
  await locals.api.send('/api/auth/sign-out', {})
  redirect(303, '/')
}
