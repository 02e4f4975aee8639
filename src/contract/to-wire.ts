import type { Reading } from '../model/index.ts'
import type { WireReading } from './reading.ts'

/** Whether the reading carries the report's text back: needed where the receiver does not hold it (HTML, PDF, other encodings). */
interface ToWireOptions {
  readonly withText: boolean
}

/** A reading as it goes over the wire. */
export function toWire(
  { report, statements, places, times, claims }: Reading,
  { withText }: ToWireOptions,
): WireReading {
  const { id, title, outlet, published, language, text, dropped } = report
  return {
    id,
    report: { title, outlet, published, language, ...(withText ? { text } : {}), dropped },
    statements,
    places,
    times,
    claims,
  }
}
