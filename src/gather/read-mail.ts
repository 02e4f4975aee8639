import PostalMime from 'postal-mime'
import { done, type Result } from '../base/result.ts'
import { refused, type GatherFailure } from './failure.ts'

/** A message as a page: its words, and what its headers tell. */
export interface MailPage {
  /** The message's own id, else its place in the file. */
  readonly id: string
  readonly html: string | null
  readonly text: string
  readonly title: string | null
  /** Name of the sender, else the domain of the address: never the address itself, which may give a person away. */
  readonly outlet: string | null
  /** An instant; null where the message tells none. */
  readonly published: string | null
}

/** Whether a file's name is that of a message or a mailbox. */
export function isMailName(name: string): boolean {
  return /\.(?:eml|mbox|mbx)$/i.test(name)
}

/** Reads a message (RFC 5322) or a mailbox of them (RFC 4155). Attachments are not read. Each message that cannot be read fails alone. */
export async function* readMail(bytes: Uint8Array, place: string): AsyncGenerator<Result<MailPage, GatherFailure>> {
  for (const [i, message] of splitMailbox(bytes).entries()) yield await readMessage(message, `${place}#${i + 1}`)
}

async function readMessage(bytes: Uint8Array, place: string): Promise<Result<MailPage, GatherFailure>> {
  try {
    const { messageId, subject, from, date, html, text } = await PostalMime.parse(bytes)
    if (!html && !text) return refused('mail-malformed', place, 'no words', 'a message')
    const sender = from?.name || from?.address?.split('@').at(-1) || null
    return done({
      id: messageId ?? place,
      html: html ?? null,
      text: text ?? '',
      title: subject ?? null,
      outlet: sender,
      published: instantOf(date),
    })
  } catch (cause) {
    return refused('mail-malformed', place, cause instanceof Error ? cause.message : String(cause), 'a message')
  }
}

/** Cuts a mailbox at the lines that begin with "From " after an empty line, and takes the quoting of such lines in messages away. */
function splitMailbox(bytes: Uint8Array): readonly Uint8Array[] {
  // Latin-1 keeps every byte; the parts of a message name their own encodings.
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('From ')) return [bytes]
  return text
    .split(/(?:^|\r?\n\r?\n)From [^\n]*\n/)
    .filter((message) => message.trim() !== '')
    .map((message) => Buffer.from(message.replace(/^>(>*From )/gm, '$1'), 'latin1'))
}

/** The library hands a date that it cannot read on as it stands. */
function instantOf(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
