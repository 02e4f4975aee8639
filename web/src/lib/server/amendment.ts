import { numberOf, wordsOf } from './fields.ts'

/** What a person changes of a claim, from the form: only what differs from what the form showed, so that the rest stays the machine's. */
export function amendmentOf(form: FormData): { readonly [member: string]: unknown } {
  const changed = (name: string): boolean => wordsOf(form, name) !== wordsOf(form, `was-${name}`)
  const amended: { [member: string]: unknown } = {}
  if (changed('act')) amended['act'] = wordsOf(form, 'act')
  if (changed('modality')) amended['modality'] = wordsOf(form, 'modality')
  if (changed('killed') || changed('injured')) {
    amended['harm'] = { killed: countOf(form, 'killed'), injured: countOf(form, 'injured') }
  }
  return amended
}

function countOf(form: FormData, name: string): { readonly min: number; readonly max: number | null } | null {
  const count = numberOf(form, name)
  if (count === null) return null
  return { min: count, max: wordsOf(form, 'at-least') === '' ? count : null }
}
