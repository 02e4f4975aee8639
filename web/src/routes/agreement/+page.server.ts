import type { AgreementView } from '#lib/api-agreement.ts'
import { drawHolding } from '#lib/server/charts.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { agreement, ledgers, today, obligations } = await locals.api.get<AgreementView>('/agreement')
  return {
    agreement,
    ledgers,
    today,
    // the days are drawn here; the browser needs the pictures only
    obligations: obligations.map(({ holds, ...obligation }) => ({
      ...obligation,
      watched: holds && { days: holds.days.length, watchedDays: holds.watchedDays },
      chart: holds && drawHolding(holds.days),
    })),
  }
}
