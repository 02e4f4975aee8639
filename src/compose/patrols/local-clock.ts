/**
 * Writes seconds since 1970 UTC as local times of a zone, `YYYY-MM-DDThh:mm`.
 *
 * @throws RangeError where there is no such zone
 */
export function localClock(timeZone: string): (seconds: number) => string {
  // Swedish writes a date as ISO 8601 does
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (seconds) => format.format(seconds * 1000).replace(' ', 'T')
}
