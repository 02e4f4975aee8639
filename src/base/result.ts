/** What an operation answers that may fail for a reason its caller must handle: a value, or a coded failure as data. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F }

/** A result that holds a value. */
export function done<T>(value: T): Result<T, never> {
  return { ok: true, value }
}

/** A result that holds the reason why there is no value. */
export function failed<F>(failure: F): Result<never, F> {
  return { ok: false, failure }
}
