import type { AgreementView } from '#lib/api-agreement.ts'
import { knownOf } from '#lib/as-known.ts'
import { drawHolding } from '#lib/server/charts.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const [{ agreement, ledgers, today, obligations }, actors] = await Promise.all([
    locals.api.get<AgreementView>(`/agreement?${knownOf(url.searchParams)}`),
    locals.api.ask<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>('/actors'),
  ])
  return {
    agreement,
    ledgers,
    today,
    actors: Object.fromEntries((actors?.items ?? []).map(({ id, name }) => [id, name])),
    // the days are drawn here; the browser needs the pictures only
    obligations: obligations.map(({ holds, ...obligation }) => ({
      ...obligation,
      watched: holds && { days: holds.days.length, watchedDays: holds.watchedDays },
      chart: holds && drawHolding(holds.days),
    })),
  }
}
