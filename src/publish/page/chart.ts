import { ACT_FAMILIES, familyOf, VALIDITIES, type ActFamily } from '../../model/index.ts'
import type { PublishedIncident } from '../bulletin.ts'
import { sayState } from '../say/plain.ts'
import { html, type Html } from './html.ts'

const WIDTH = 460
const ROW = 30
const LABEL = 100
const COUNT = 40
/** A pattern for each validity, so that no one needs colours to tell them apart. */
const FILLS: { readonly [validity: string]: string } = {
  alleged: '#8fb3c9',
  'under-verification': '#5d8fae',
  suspended: '#b9b9b9',
  verified: '#0b5a86',
  refuted: '#b3541e',
  'cannot-be-verified': '#9a8f80',
}

/** Incidents by family of acts and validity: bars with their numbers beside, as SVG with a text that says the same. */
export function drawChart(incidents: readonly PublishedIncident[]): Html {
  const families = Object.keys(ACT_FAMILIES) as ActFamily[]
  const groups = Map.groupBy(incidents, ({ act }) => familyOf(act))
  const most = Math.max(1, ...[...groups.values()].map(({ length }) => length))
  const scale = (WIDTH - LABEL - COUNT) / most
  const rows = families.map((family, i) => {
    const group = groups.get(family) ?? []
    let x = LABEL
    const bars = VALIDITIES.flatMap((validity) => {
      const count = group.filter((incident) => incident.validity === validity).length
      if (count === 0) return []
      const width = count * scale
      const bar = html`<rect
        x="${x.toFixed(1)}"
        y="${String(i * ROW + 6)}"
        width="${width.toFixed(1)}"
        height="18"
        fill="${FILLS[validity] ?? '#888'}"
        ><title>${family}, ${sayState(validity)}: ${count}</title></rect
      >`
      x += width
      return [bar]
    })
    return html`<text x="8" y="${String(i * ROW + 20)}">${family}</text>${bars}<text
        x="${(x + 6).toFixed(1)}"
        y="${String(i * ROW + 20)}"
        >${group.length}</text
      >`
  })
  const present = VALIDITIES.filter((validity) => incidents.some((incident) => incident.validity === validity))
  const legend = present.map(
    (validity) =>
      html`<span class="tag" style="border-left:.9rem solid ${FILLS[validity] ?? '#888'}">${sayState(validity)}</span>`,
  )
  const said = families.map((family) => `${family} ${groups.get(family)?.length ?? 0}`).join(', ')
  return html`<figure>
    <svg
      viewBox="0 0 ${String(WIDTH)} ${String(families.length * ROW + 6)}"
      role="img"
      aria-label="Incidents by kind of act: ${said}"
    >
      ${rows}
    </svg>
    <figcaption>Incidents by kind of act and standing. ${legend}</figcaption>
  </figure>`
}
