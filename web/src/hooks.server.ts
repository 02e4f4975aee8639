import type { Handle } from '@sveltejs/kit/hooks'
import { createApi } from '#lib/server/api.ts'
import { readMe } from '#lib/server/me.ts'
import { paraglideMiddleware } from './paraglide/server.js'

const THEMES = ['light', 'dark'] as const

/** Gives every page the API with the browser's session, who is asking, and the language; carries the API's cookies back. */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const workbench = event.platform?.workbench
    if (!workbench) throw new Error('pages: found no API handed in, expected the server that `truceline serve` starts')
    event.locals.api = createApi(workbench.api, event)
    event.locals.me = await readMe(event.locals.api)
    const theme = event.cookies.get('theme')
    event.locals.theme = THEMES.find((known) => known === theme) ?? 'system'
    const response = await resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('%lang%', locale).replace('%theme%', event.locals.theme === 'system' ? '' : event.locals.theme),
    })
    for (const cookie of event.locals.api.setCookies) response.headers.append('set-cookie', cookie)
    response.headers.set('referrer-policy', 'same-origin')
    response.headers.set('x-content-type-options', 'nosniff')
    return response
  })
