/** The page to go back to: only one of this house, whatever the form says. */
export function backTo(to: FormDataEntryValue | null): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/'
}
