import { redirect } from '@sveltejs/kit'
import { backTo } from '#lib/server/back.ts'
import type { RequestHandler } from './$types'

const YEAR_SECONDS = 365 * 24 * 3600

/** Light, dark, or as the system has it. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData()
  const theme = form.get('theme')
  if (theme === 'light' || theme === 'dark')
    cookies.set('theme', theme, { maxAge: YEAR_SECONDS, httpOnly: true, sameSite: 'lax', secure: false })
  else cookies.delete('theme')
  redirect(303, backTo(form.get('to')))
}
