import type { AnnexRow, Bulletin, Cites, CitedReport, PublishedIncident, Sentence } from '../bulletin.ts'
import { sayResponsibility, sayState } from '../say/plain.ts'
import { html, safeAddress, type Html } from './html.ts'

/** Links shown behind one sentence; the rest is counted. */
const MAX_LINKS = 6

/** How a page leads from ids to what they name: an incident may stand on this page or on one of the annex. */
export interface Links {
  readonly incident: (id: string) => string
  /** Whether the page lists a report. */
  readonly lists: (report: string) => boolean
}

/** A sentence with links to what stands behind it. */
export function drawSentence({ text, cites }: Sentence, links: Links): Html {
  return html`<li>${text} ${drawCites(cites, links)}</li>`
}

/** Sentences as a list. */
export function drawSentences(sentences: readonly Sentence[], links: Links): Html {
  return html`<ul class="plain">
    ${sentences.map((one) => drawSentence(one, links))}
  </ul>`
}

function drawCites({ incidents, claims, findings, decisions, patrols }: Cites, links: Links): Html | null {
  const toIncidents = incidents.map((id) => html`<a href="${links.incident(id)}">incident ${id.slice(0, 8)}</a>`)
  const reports = [...new Set(claims.map(({ report }) => report))]
  const toReports = incidents.length === 1 ? [] : reports.map((id) => linkReport(id, id, links))
  const named = [
    ...findings.map((id) => `finding ${id}`),
    ...decisions.map((id) => `decision ${id}`),
    ...patrols.map((id) => `patrol ${id}`),
  ]
  const all = [...toIncidents, ...toReports, ...named.map((name) => html`<span>${name}</span>`)]
  if (all.length === 0) return null
  const rest = all.length - MAX_LINKS
  return html`<small class="cites"
    >[${all.slice(0, MAX_LINKS).map((one, i) => html`${i === 0 ? '' : ', '}${one}`)}${rest > 0 ? html`, and ${rest} more` : null}]</small
  >`
}

function linkReport(report: string, words: string, { lists }: Links): Html {
  return lists(report) ? html`<a href="#r-${anchor(report)}">${words}</a>` : html`${words}`
}

/** An incident with each origin's version, the claims behind it and where it stands on both axes. */
export function drawIncident(incident: PublishedIncident, nameOf: (actor: string) => string, links: Links): Html {
  const { id, sentence, validity, responsibility, independentOrigins, versions, claims, coarsened, contradictions } =
    incident
  const told = versions.slice(0, MAX_LINKS).map(({ name, side, stance, quotes, isAbstract, reports }) => {
    const carried = reports.slice(0, 4).map((report) => html`${linkReport(report, report, links)} `)
    return html`<blockquote>
      ${quotes.map((quote) => html`<p dir="auto">${inQuotes(quote)}</p>`)}
      <p class="cites">
        ${name}${side ? html` (side: ${nameOf(side)})` : null}
        ${sayStance(stance)}${isAbstract ? ', in our abstract of' : ', in'} ${carried}
      </p>
    </blockquote>`
  })
  const fields = [...new Set(contradictions.map(({ field }) => field))]
  return html`<article id="i-${id}">
    <h3>${sentence}</h3>
    <p>
      <span class="tag">${sayState(validity)}</span><span class="tag">${sayResponsibility(responsibility, nameOf)}</span
      ><span class="tag">${independentOrigins} independent ${independentOrigins === 1 ? 'origin' : 'origins'}</span
      >${coarsened ? html`<span class="tag">place coarsened</span>` : null}
    </p>
    ${told}${versions.length > MAX_LINKS ? html`<p class="cites">and ${versions.length - MAX_LINKS} more origins</p>` : null}${fields.length > 0 ? html`<p>Origins contradict each other on: ${fields.join(', ')}.</p>` : null}
    <p class="cites">
      Incident ${id}; claims
      ${claims.slice(0, 12).map(({ report, claim }) => html`${linkReport(report, `${report}#${claim}`, links)} `)}${claims.length > 12 ? html`and ${claims.length - 12} more` : null}
    </p>
  </article>`
}

/** Words of others between quotation marks; marks inside them become single ones, so that it is seen where the words end. */
function inQuotes(words: string): string {
  return `“${words.replace(/[“„]/g, '‘').replace(/[”"]/g, '’')}”`
}

function sayStance(stance: string): string {
  if (stance === 'says') return 'says so'
  return stance === 'denies' ? 'denies it' : stance
}

const HEADS = [
  'No.',
  'Day',
  'Place',
  'Act',
  'Clause found broken',
  'Standing',
  'Responsibility',
  'Independent origins',
] as const

/** Rows of the annex as a table that folds on a narrow screen. */
export function drawAnnex(rows: readonly AnnexRow[], links: Links): Html {
  const body = rows.map(({ number, incident, day, place, act, clause, validity, responsibility, origins }) => {
    const cells = [
      incident === null ? html`${number}` : html`<a href="${links.incident(incident)}">${number}</a>`,
      html`${day}`,
      html`<span dir="auto">${place}</span>`,
      html`${act}`,
      html`${clause || 'none'}`,
      html`${validity}`,
      html`${responsibility}`,
      html`${origins}`,
    ]
    return html`<tr>
      ${cells.map((cell, i) => html`<td data-head="${HEADS[i] ?? ''}">${cell}</td>`)}
    </tr>`
  })
  return html`<table class="wide">
    <thead>
      <tr>
        ${HEADS.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`
}

/** The reports that the bulletin cites, each with a link to where it was published. */
export function drawReports(reports: readonly CitedReport[]): Html {
  const items = reports.map(({ id, outlet, title, url, published, isAbstract }) => {
    const address = safeAddress(url)
    const name = title ?? 'without a title'
    const quoted = html`<span dir="auto">${inQuotes(name)}</span>`
    return html`<li id="r-${anchor(id)}">
      <b>${id}</b> ${outlet}, ${published?.slice(0, 10) ?? 'day not told'}:
      ${address ? html`<a href="${address}" rel="nofollow noopener">${quoted}</a>` : quoted}${isAbstract ? ' (read in our own abstract)' : ''}
    </li>`
  })
  return html`<ul class="plain">
    ${items}
  </ul>`
}

/** A page around its content. */
export function drawDocument(
  bulletin: Pick<Bulletin, 'language' | 'title'>,
  style: string,
  body: Html,
  head: Html | null = null,
): string {
  return `${
    html`<!doctype html>
      <html lang="${bulletin.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"
          />
          <title>${bulletin.title}</title>
          ${head}
          <style>
            ${{ html: style }}
          </style>
        </head>
        <body>
          <a class="skip" href="#main">To the text</a>${body}
        </body>
      </html>`.html
  }\n`
}

/** An id as an anchor. */
export function anchor(id: string): string {
  return id.replace(/[^\w.-]/g, '_')
}
