/** "1 claim", "1,300 claims". `many` where the plural takes more than an s. */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  // few counts are large, and locales are slow
  return `${count < 1000 ? count : count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** A number told with bounds: 3, 3 to 4, at least 3. */
export function rangeInWords({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (max === null) return `at least ${min}`
  return min === max ? String(min) : `${min} to ${max}`
}
