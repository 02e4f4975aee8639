/** The page of a report. Its id is whatever its bringer called it, slashes and all. */
export function reportPath(id: string): string {
  return `/reports/${encodeURIComponent(id)}`
}
