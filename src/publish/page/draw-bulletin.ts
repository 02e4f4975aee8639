import { momentInWords } from '../../base/day-words.ts'
import type { Road } from '../../model/index.ts'
import type { Bulletin, ClauseState, PatrolState, PublishedIncident } from '../bulletin.ts'
import { sayNumber, sayPeriod, sayState } from '../say/plain.ts'
import { drawChart } from './chart.ts'
import { html, safeAddress, type Html } from './html.ts'
import { drawImages } from './images.ts'
import { drawMap } from './map.ts'
import { drawAnnex, drawDocument, drawIncident, drawReports, drawSentences, type Links } from './parts.ts'
import { STYLE } from './style.ts'
import { drawSupport, type SupportBar } from './support.ts'

/** How a bulletin is drawn. */
export interface DrawOptions {
  readonly roads: readonly Road[]
  readonly nameOf: (actor: string) => string
  /** Whether a PDF lies beside the page. (Default: no) */
  readonly hasPdf?: boolean
  /** (Default: none) */
  readonly support?: SupportBar | null
  /** Bytes that the page may have. (Default: 60,000) */
  readonly maxBytes?: number
}

/** A page and its file name. */
export interface Page {
  readonly file: string
  readonly text: string
}

/** Incidents and annex rows told on the first page, the most that fit; the others follow on pages of the annex. */
const STEPS = [
  { incidents: 40, rows: 60, reports: 80 },
  { incidents: 20, rows: 30, reports: 40 },
  { incidents: 10, rows: 20, reports: 25 },
  { incidents: 5, rows: 10, reports: 15 },
  { incidents: 2, rows: 5, reports: 8 },
] as const
type Step = { readonly incidents: number; readonly rows: number; readonly reports: number }

/** Incidents on one page of the annex: about 50 kB. */
const INCIDENTS_A_PAGE = 40

/** The bulletin's first page: `index.html`, within its bytes, whole in itself but for what pages of the annex hold. Needs no script. */
export function drawBulletin(bulletin: Bulletin, options: DrawOptions): Page {
  const { maxBytes = 60_000 } = options
  const parts = partsOf(bulletin, options)
  for (const step of STEPS) {
    const text = drawFirstPage(bulletin, options, step, parts)
    if (Buffer.byteLength(text) <= maxBytes) return { file: 'index.html', text }
  }
  const text = drawFirstPage(bulletin, options, { incidents: 0, rows: 0, reports: 0 }, parts)
  return { file: 'index.html', text }
}

/** The pages of the annex, one after the other: all incidents with each side's version, and the reports that they cite. */
export function* drawAnnexPages(bulletin: Bulletin, { nameOf }: DrawOptions): Generator<Page> {
  const byId = new Map(bulletin.incidents.map((incident) => [incident.id, incident]))
  const reports = new Map(bulletin.reports.map((report) => [report.id, report]))
  const pages = countPages(bulletin)
  for (let number = 1; number <= pages; number++) {
    const rows = bulletin.annex.slice((number - 1) * INCIDENTS_A_PAGE, number * INCIDENTS_A_PAGE)
    const incidents = rows.flatMap(({ incident }) => (incident === null ? [] : (byId.get(incident) ?? [])))
    const cited = [...new Set(incidents.flatMap(({ claims }) => claims.map(({ report }) => report)))]
    const links = { incident: (id: string) => `#i-${id}`, lists: (report: string) => reports.has(report) }
    const next = html`<nav aria-label="Pages of the annex">
      <p>
        <a href="index.html">Bulletin</a>
        ${number > 1 ? html`<a href="annex-${String(number - 1)}.html" rel="prev">Page ${number - 1}</a> ` : null}${number < pages ? html`<a href="annex-${String(number + 1)}.html" rel="next">Page ${number + 1}</a>` : null}
      </p>
    </nav>`
    const body = html`<main id="main">
      <p class="meta">${bulletin.title}</p>
      <h1>Annex, page ${number} of ${pages}</h1>
      ${next}${drawAnnex(rows, links)}
      <h2>Incidents</h2>
      ${incidents.map((incident) => drawIncident(incident, nameOf, links))}
      <h2>Reports cited</h2>
      ${drawReports(cited.flatMap((id) => reports.get(id) ?? []))}${next}
    </main>`
    yield { file: `annex-${number}.html`, text: drawDocument(bulletin, STYLE, body) }
  }
}

/** How many pages the annex has. */
export function countPages({ annex }: Pick<Bulletin, 'annex'>): number {
  return Math.ceil(annex.length / INCIDENTS_A_PAGE)
}

/** What is the same however much fits, made once. */
interface Parts {
  readonly order: ReadonlyMap<string | null, number>
  /** Incidents that the longest page tells, in the annex's order. */
  readonly foremost: readonly PublishedIncident[]
  readonly map: Html | null
  readonly chart: Html
}

function partsOf({ incidents, annex }: Bulletin, { roads }: DrawOptions): Parts {
  const first = new Map(annex.slice(0, STEPS[0].incidents).map(({ incident, number }) => [incident, number]))
  return {
    order: new Map(annex.map(({ incident, number }) => [incident, number])),
    foremost: incidents
      .filter(({ id }) => first.has(id))
      .toSorted((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0)),
    map: drawMap(incidents, roads),
    chart: drawChart(incidents),
  }
}

function drawFirstPage(
  bulletin: Bulletin,
  options: DrawOptions,
  step: Step,
  { order, foremost, map, chart }: Parts,
): string {
  const { incidents, annex, reports, withheld } = bulletin
  const shown = foremost.slice(0, step.incidents)
  const said = [...bulletin.summary, ...bulletin.decisions, ...bulletin.access, ...sentencesOf(bulletin)]
  const cited = new Set(
    [...shown, ...said.map(({ cites }) => cites)].flatMap(({ claims }) => claims.map(({ report }) => report)),
  )
  const listed = reports.filter(({ id }) => cited.has(id)).slice(0, step.reports)
  const links = linksOf(order, step, new Set(listed.map(({ id }) => id)))
  const pages = countPages(bulletin)
  const body = html`<main id="main">
    ${drawHead(bulletin)}
    <section aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      ${drawSentences(bulletin.summary, links)}
    </section>
    <section aria-labelledby="figures">
      <h2 id="figures">Figures</h2>
      ${drawFigures(bulletin, links)}
      <div class="two">${map}${chart}</div>
    </section>
    <section aria-labelledby="patrols">
      <h2 id="patrols">Joint patrols</h2>
      ${bulletin.patrols.length === 0 ? html`<p>No patrol of the period is known.</p>` : bulletin.patrols.map(drawPatrol)}
    </section>
    <section aria-labelledby="agreement">
      <h2 id="agreement">How the agreement holds</h2>
      ${bulletin.clauses.length === 0 ? html`<p>The case states no agreement, so nothing is found by one.</p>` : bulletin.clauses.map((clause) => drawClause(clause, links))}
    </section>
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions and extensions</h2>
      ${bulletin.decisions.length === 0 ? html`<p>No decision of the period is known.</p>` : drawSentences(bulletin.decisions, links)}
    </section>
    <section aria-labelledby="incidents">
      <h2 id="incidents">Incidents, with each version</h2>
      <p class="meta">
        A claim is not a fact. Each version stands as its speaker gives it; words in quotation marks are the speaker’s,
        not ours.
      </p>
      ${shown.map((incident) => drawIncident(incident, options.nameOf, links))}${shown.length < incidents.length ? html`<p>${incidents.length - shown.length} more on the <a href="annex-1.html">pages of the annex</a>.</p>` : null}
    </section>
    <section aria-labelledby="access">
      <h2 id="access">Access denied</h2>
      ${drawSentences(bulletin.access, links)}
    </section>
    <section aria-labelledby="coverage">
      <h2 id="coverage">What was watched, and what was not</h2>
      ${drawSentences(bulletin.coverage, links)}${withheld.incidents + withheld.coarsened > 0 ? html`<p>To protect people, ${sayNumber(withheld.incidents, 'incident is', 'incidents are')} left out and ${sayNumber(withheld.coarsened, 'place is', 'places are')} told more coarsely than known.</p>` : null}
    </section>
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      ${bulletin.corrections.length === 0 ? html`<p>No earlier bulletin needs one.</p>` : drawSentences(bulletin.corrections, links)}
    </section>
    ${drawImages(bulletin.images)}
    <section aria-labelledby="annex">
      <h2 id="annex">Annex</h2>
      ${drawAnnex(annex.slice(0, step.rows), links)}${pages > 0 ? html`<p><a href="annex-1.html">The whole annex</a>, ${sayNumber(pages, 'page', 'pages')}.</p>` : null}
    </section>
    <section aria-labelledby="reports">
      <h2 id="reports">Reports cited here</h2>
      ${drawReports(listed)}
    </section>
    ${drawSupport(options.support ?? null)}${drawFoot(options.hasPdf ?? false)}
  </main>`
  const head = html`<link rel="alternate" type="application/atom+xml" href="../feed.xml" title="Bulletins" />`
  return drawDocument(bulletin, STYLE, body, head)
}

function sentencesOf({ clauses }: Bulletin) {
  return clauses.flatMap(({ obligations }) => obligations.flatMap(({ sentences }) => sentences))
}

function linksOf(order: ReadonlyMap<string | null, number>, step: Step, listed: ReadonlySet<string>): Links {
  return {
    lists: (report) => listed.has(report),
    incident: (id) => {
      const number = order.get(id) ?? 0
      return number <= step.incidents ? `#i-${id}` : `annex-${Math.ceil(number / INCIDENTS_A_PAGE)}.html#i-${id}`
    },
  }
}

function drawHead({ title, period, cutOff, agreement, supersedes, id }: Bulletin): Html {
  const source = safeAddress(agreement.source)
  return html`<header>
    <p class="meta">Bulletin ${id}</p>
    <h1>${title}</h1>
    <p class="meta">
      Covers ${sayPeriod(period.from, period.to)}. As known at ${cutOff.time} on ${momentInWords(cutOff.day)}
      (${cutOff.zone}).${supersedes === null ? null : html` Replaces bulletin ${supersedes}.`}${agreement.title === '' ? null : html`<br />Agreement: ${source ? html`<a href="${source}" rel="nofollow noopener">${agreement.title}</a>` : agreement.title}${agreement.signed === null ? null : html`, signed ${momentInWords(agreement.signed)}`}.`}
    </p>
  </header>`
}

function drawFigures({ figures }: Bulletin, links: Links): Html {
  const shown = figures.filter(({ value, id }) => value > 0 || id === 'incidents' || id === 'validity-verified')
  const items = shown.map(
    ({ label, value, incidents, recompute }) =>
      html`<li>
        <details>
          <summary><b>${value}</b>${label}</summary>
          <p class="cites">
            ${incidents.slice(0, 8).map((id) => html`<a href="${links.incident(id)}">${id.slice(0, 8)}</a> `)}${incidents.length > 8 ? html`and more` : null}<br /><code
              >${recompute}</code
            >
          </p>
        </details>
      </li>`,
  )
  return html`<ul class="figures">
      ${items}
    </ul>
    <p class="meta">
      Each figure opens to its incidents, and can be counted again: <code>jq '…' incidents.geojson</code>.
    </p>`
}

function drawPatrol({ on, road, planned, accounts }: PatrolState): Html {
  const rows = accounts.map(({ name, number, outcome, says, reason, toKm, turnedBackAtKm, sources }) => {
    const km =
      turnedBackAtKm === null
        ? toKm === null
          ? 'not told'
          : `to km ${toKm.toFixed(1)}`
        : `turned back at km ${turnedBackAtKm.toFixed(1)}`
    const links = sources.flatMap((source, i) => {
      const address = safeAddress(source)
      return address === null ? [] : [html`<a href="${address}" rel="nofollow noopener">source ${i + 1}</a> `]
    })
    return html`<tr>
      <td data-head="Who says">${name}${number === '' ? null : html` (${number})`}</td>
      <td data-head="Outcome">${sayState(outcome)}</td>
      <td data-head="Driven">${km}</td>
      <td data-head="In our words"><span>${says} ${links}</span></td>
      <td data-head="Reason given">${reason ?? 'none'}</td>
    </tr>`
  })
  return html`<h3>${momentInWords(on)}, ${road}</h3>
    <p>Planned: ${planned?.text ?? 'not told'}.</p>
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">Who says</th>
          <th scope="col">Outcome</th>
          <th scope="col">Driven</th>
          <th scope="col">In our words</th>
          <th scope="col">Reason given</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`
}

function drawClause({ clause, title, says, obligations }: ClauseState, links: Links): Html {
  const items = obligations.map(
    ({ title: name, outcomes, sentences }) =>
      html`<li>
        <b>${name}</b>:
        ${outcomes.length === 0 ? 'nothing is told of it in the period.' : html`${outcomes.map(({ outcome, count }) => html`<span class="tag">${count} ${sayState(outcome)}</span>`)}`}${sentences.length > 0 ? drawSentences(sentences, links) : null}
      </li>`,
  )
  return html`<h3>${clause}: ${title}</h3>
    <p>${says}</p>
    <ul class="plain">
      ${items}
    </ul>`
}

function drawFoot(hasPdf: boolean): Html {
  return html`<footer>
    <h2>Check it yourself</h2>
    <p>
      This bulletin is an entry of a log that nobody can rewrite unseen. With the files beside it, offline:
      <code>truceline verify .</code> Data: <a href="bulletin.json">JSON</a>,
      <a href="incidents.csv">CSV with HXL tags</a>, <a href="incidents.geojson">GeoJSON</a>,
      <a href="proof.bundle.json">proofs and signatures</a
      >.${hasPdf ? html` On paper: <a href="bulletin.pdf">PDF</a>.` : null}
    </p>
  </footer>`
}
