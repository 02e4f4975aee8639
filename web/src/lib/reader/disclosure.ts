import type { SubmitFunction } from '$app/forms'

/** Puts the focus into what was just opened, so that a key opens and the next words go into the field. */
export function focusFirst({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return
  currentTarget.querySelector<HTMLElement>('select, textarea, input:not([type="hidden"])')?.focus()
}

/** Sends a form without leaving the page; when it was taken, closes what it was opened in and goes back to the claim. */
export const closing: SubmitFunction = ({ formElement }) => {
  const disclosure = formElement.closest('details')
  const card = formElement.closest<HTMLElement>('[data-claim]')
  return async ({ result, update }) => {
    await update({ reset: false })
    if (result.type !== 'success') return
    if (disclosure) disclosure.open = false
    card?.focus()
  }
}

/** Sends a form without leaving the page; when it was taken, empties it and closes what it was opened in. */
export const finishing: SubmitFunction = ({ formElement }) => {
  const disclosure = formElement.closest('details')
  return async ({ result, update }) => {
    await update()
    if (result.type !== 'success' || !disclosure) return
    disclosure.open = false
    disclosure.querySelector('summary')?.focus()
  }
}
