import type { SubmitFunction } from '$app/forms'

/** Tells a form's page while what was sent is at work, so that it can show that and send nothing twice. */
export function whileBusy(set: (busy: boolean) => void): SubmitFunction {
  return () => {
    set(true)
    return async ({ update }) => {
      await update()
      set(false)
    }
  }
}
