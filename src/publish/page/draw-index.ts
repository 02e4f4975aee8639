import { momentInWords } from '../../base/day-words.ts'
import type { Bulletin } from '../bulletin.ts'
import { sayPeriod } from '../say/plain.ts'
import type { Page } from './draw-bulletin.ts'
import { html } from './html.ts'
import { drawDocument } from './parts.ts'
import { STYLE } from './style.ts'

/** What an index needs to know of a bulletin. */
export type ListedBulletin = Pick<
  Bulletin,
  'id' | 'title' | 'period' | 'cutOff' | 'supersedes' | 'summary' | 'language'
>

/** The page that lists the bulletins of a site, the newest first. */
export function drawIndex(name: string, bulletins: readonly ListedBulletin[]): Page {
  const replaced = new Set(bulletins.map(({ supersedes }) => supersedes))
  const items = bulletins
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .map(({ id, title, period, cutOff, summary }) => {
      const note = replaced.has(id) ? html`<span class="tag">replaced by a later one</span>` : null
      return html`<article>
        <h2><a href="${id}/index.html">${title}</a></h2>
        <p class="meta">
          ${sayPeriod(period.from, period.to)}, as known at ${cutOff.time} on ${momentInWords(cutOff.day)} ${note}
        </p>
        <p>${summary[0]?.text ?? ''}</p>
      </article>`
    })
  const body = html`<main id="main">
    <h1>${name}: bulletins</h1>
    <p><a href="feed.xml">Feed</a></p>
    ${items}
  </main>`
  const head = html`<link rel="alternate" type="application/atom+xml" href="feed.xml" title="Bulletins" />`
  return {
    file: 'index.html',
    text: drawDocument({ language: bulletins[0]?.language ?? 'en', title: `${name}: bulletins` }, STYLE, body, head),
  }
}

/** A small page for other sites to put in a frame: the title, the first sentences, and where the whole stands. */
export function drawEmbed({ title, cutOff, summary, language }: ListedBulletin): Page {
  const body = html`<main id="main">
    <h1 style="font-size:1.1rem"><a href="index.html" target="_blank" rel="noopener">${title}</a></h1>
    <p class="meta">As known at ${cutOff.time} on ${momentInWords(cutOff.day)} (${cutOff.zone}).</p>
    <ul class="plain">
      ${summary.slice(0, 4).map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  </main>`
  return { file: 'embed.html', text: drawDocument({ language, title }, STYLE, body) }
}
