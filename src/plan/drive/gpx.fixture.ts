import type { Road } from '../../model/index.ts'
import { pointAtKm } from '../roads/project-to-road.ts'

/** Second 0 of the tracks made here: 15 March 2020, 07:00 UTC. */
export const START_SECONDS = Date.UTC(2020, 2, 15, 7) / 1000

/** A point of a track in GPX; `time` null writes none. */
export function gpxPoint(lat: number, lon: number, seconds: number | null): string {
  const time = seconds === null ? '' : `<time>${new Date(seconds * 1000).toISOString()}</time>`
  return `<trkpt lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}">${time}</trkpt>`
}

/** Points of a drive from one kilometre of a road to another at 45 km/h, `count` of them, from second `from` on. */
export function drivePoints(road: Road, fromKm: number, toKm: number, count: number, from = START_SECONDS): string[] {
  return Array.from({ length: count }, (_, i) => {
    const km = fromKm + ((toKm - fromKm) * i) / (count - 1)
    const { lat, lon } = pointAtKm(road, km)
    return gpxPoint(lat, lon, from + (Math.abs(km - fromKm) / 45) * 3600)
  })
}

/** A whole GPX file around points. */
export function gpxFile(points: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('\n')}</trkseg></trk></gpx>\n`
}
