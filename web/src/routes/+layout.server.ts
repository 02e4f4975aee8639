import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals }) => {
  const people = locals.me.may.includes('list-names')
    ? await locals.api.ask<readonly { readonly id: string; readonly name: string }[]>('/people/names')
    : null
  return {
    me: locals.me,
    theme: locals.theme,
    names: Object.fromEntries((people ?? []).map(({ id, name }) => [id, name])),
  }
}
