import { Parser } from 'htmlparser2'
import { done, failed, type Result } from '../../base/result.ts'
import { createDropTally, type DropTally, type Track, type TrackPoint } from './track.ts'

/** Why a file is no track at all; what each means stands in the comment beside it. */
export const GPX_CODES = [
  /** The file is empty. */
  'gpx-empty',
  /** The file is larger than what is taken: 64 MiB, or 10 MiB by upload. */
  'gpx-too-large',
  /** The file is no GPX. */
  'gpx-foreign',
  /** The file is GPX, but has no point that can be used. */
  'gpx-without-points',
] as const

/** A refusal of a file. */
export interface GpxFailure {
  readonly code: (typeof GPX_CODES)[number]
  readonly message: string
}

const MAX_BYTES = 64 * 1024 * 1024
/** No GPX nests deeper; closing a tag takes time by depth, so that a file made for it would take hours. */
const MAX_DEPTH = 64
/** Letters that are read before the depth is looked at again. */
const PIECE = 1 << 14

/** Years outside which no patrol's clock can be right. */
const CLOCK_FROM = Date.UTC(2000, 0, 1) / 1000
const CLOCK_TO = Date.UTC(2100, 0, 1) / 1000

/**
 * Reads a GPX file as it comes from a receiver: the points of its tracks, or of its routes where it has no track, in their order. A
 * damaged file gives what can be read of it, and says what was dropped; only a file without any usable point is refused. `name` is what
 * messages call it; a file of more than `maxBytes` is refused unread. (Default: 64 MiB)
 */
export function parseGpx(bytes: Uint8Array, name: string, maxBytes: number = MAX_BYTES): Result<Track, GpxFailure> {
  const refuse = (code: GpxFailure['code'], found: string) =>
    failed({ code, message: `${name}: found ${found}, expected a GPX file with a track` })
  if (bytes.length === 0) return refuse('gpx-empty', 'an empty file')
  if (bytes.length > maxBytes) return refuse('gpx-too-large', `${bytes.length} bytes, more than ${maxBytes}`)
  const { isGpx, points, drops } = collectPoints(decode(bytes))
  if (!isGpx) return refuse('gpx-foreign', 'no <gpx> element')
  if (points.length === 0) return refuse('gpx-without-points', 'no point with coordinates')
  return done({ points, dropped: drops.list() })
}

function collectPoints(text: string): {
  readonly isGpx: boolean
  readonly points: readonly TrackPoint[]
  readonly drops: DropTally
} {
  const drops = createDropTally()
  const lists = { trkpt: new Array<TrackPoint>(), rtept: new Array<TrackPoint>() }
  let isGpx = false
  let count = 0
  let depth = 0
  let open: { readonly list: TrackPoint[]; readonly lat: number; readonly lon: number; time: string } | null = null
  let inTime = false
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const local = tag.slice(tag.indexOf(':') + 1)
        depth += 1
        if (local === 'gpx') isGpx = true
        else if (local === 'trkpt' || local === 'rtept') {
          count += 1
          open = { list: lists[local], lat: degrees(attributes['lat']), lon: degrees(attributes['lon']), time: '' }
        } else if (local === 'time') inTime = open !== null
      },
      ontext: (piece) => {
        if (inTime && open && open.time.length < 64) open.time += piece
      },
      onclosetag: (tag, implied) => {
        const local = tag.slice(tag.indexOf(':') + 1)
        depth -= 1
        if (local === 'time') inTime = false
        if (local === 'gpx' && implied) drops.add('breaks-off', count)
        if ((local !== 'trkpt' && local !== 'rtept') || !open) return
        const point = pointOf(open, count, drops)
        if (point) open.list.push(point)
        open = null
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < text.length; at += PIECE) {
    if (depth > MAX_DEPTH) break
    parser.write(text.slice(at, at + PIECE))
  }
  parser.end()
  return { isGpx, points: lists.trkpt.length > 0 ? lists.trkpt : lists.rtept, drops }
}

function pointOf(
  { lat, lon, time }: { readonly lat: number; readonly lon: number; readonly time: string },
  at: number,
  drops: DropTally,
): TrackPoint | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
    drops.add('no-coordinates', at)
    return null
  }
  if (lat === 0 && lon === 0) {
    drops.add('no-fix', at)
    return null
  }
  return { lat, lon, seconds: secondsOf(time.trim(), at, drops) }
}

/** A number as receivers write it, decimal commas too; NaN for anything else. */
function degrees(text: string | undefined): number {
  const number = text?.trim().replace(',', '.') ?? ''
  return /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(number) ? Number(number) : NaN
}

/** GPX times are UTC; one that names no zone is taken for UTC too. */
function secondsOf(time: string, at: number, drops: DropTally): number | null {
  if (time === '') return null
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(time)
  const zone = form?.[4]?.toUpperCase() ?? 'Z'
  const seconds = form ? Date.parse(`${form[1]}T${form[2]}${form[3]?.slice(0, 4) ?? ''}${zone}`) / 1000 : NaN
  if (Number.isNaN(seconds)) drops.add('time-unreadable', at)
  else if (seconds < CLOCK_FROM || seconds > CLOCK_TO) drops.add('clock-wrong', at)
  else return seconds
  return null
}

/** By its byte order mark, else by what its declaration names, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head.replace(/^ï»¿/, ''))?.[1] ?? 'utf-8'
  return new TextDecoder(isEncoding(named) ? named : 'utf-8').decode(bytes)
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
