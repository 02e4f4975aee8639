import { reportPath } from '../paths.ts'
import { m } from '#messages'
import type { LogLine } from '../api-types.ts'
import { entryName, responsibilityName, sideName, validityName, verdictName } from './words.ts'

/** An entry of the log in a sentence. */
export function entrySentence({ kind, body }: Pick<LogLine, 'kind' | 'body'>): string {
  const text = (member: string): string => (typeof body[member] === 'string' ? body[member] : '')
  switch (kind) {
    case 'verification-step':
      return text('axis') === 'validity'
        ? m.sentence_validity({ from: validityName(text('from')), to: validityName(text('to')) })
        : m.sentence_responsibility({ from: responsibilityName(text('from')), to: responsibilityName(text('to')) })
    case 'review':
      return m.sentence_review({ number: Number(body['claim']) + 1, verdict: verdictName(text('verdict')) })
    case 'link-decision': {
      const count = Array.isArray(body['claims']) ? body['claims'].length : 0
      if (text('decision') === 'same') return m.sentence_link_same({ count })
      return text('decision') === 'different' ? m.sentence_link_different({ count }) : m.sentence_link_unsure({ count })
    }
    case 'supersedes':
      return typeof body['by'] === 'number'
        ? m.sentence_replaced({ entry: Number(body['entry']) })
        : m.sentence_withdrawn({ entry: Number(body['entry']) })
    case 'consent':
      return m.sentence_consent({
        side: sideName(text('side')),
        verdict: verdictName(text('verdict')),
        decision: text('decision'),
      })
    case 'decision':
      return m.sentence_decision({ decision: text('decision') })
    case 'patrol-log':
      return m.sentence_account({ side: sideName(text('side')), patrol: text('patrol') })
    default:
      return entryName(kind)
  }
}

/** The page of what an entry is about; null where it has none. */
export function subjectPath({ body }: Pick<LogLine, 'body'>): string | null {
  const { report, incident, patrol } = body
  if (typeof incident === 'string') return `/incidents/${incident}`
  if (typeof report === 'string') return reportPath(report)
  return typeof patrol === 'string' ? `/patrols/${patrol}` : null
}
