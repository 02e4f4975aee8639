import { writeExport } from '../exchange/index.ts'
import type { ExchangeRules } from '../../exchange/index.ts'
import type { PublishedFile } from '../../ledger/index.ts'
import {
  drawAnnexPages,
  drawBulletin,
  drawEmbed,
  type Bulletin,
  type DrawOptions,
  type Page,
} from '../../publish/index.ts'

const HTML = 'text/html; charset=utf-8'

/** The files of a bulletin: pages, and the same as data. The data name only what the bulletin tells: they are made of it. */
export async function bulletinFiles(bulletin: Bulletin, draw: DrawOptions): Promise<readonly PublishedFile[]> {
  const rules: ExchangeRules = { nameOf: draw.nameOf, kindOf: () => null, country: '' }
  const geojson = await writeExport('geojson', bulletin.incidents, rules)
  const csv = await writeExport('csv', bulletin.incidents, rules)
  return [
    fileOf(drawBulletin(bulletin, draw)),
    ...Array.from(drawAnnexPages(bulletin, draw), fileOf),
    fileOf(drawEmbed(bulletin)),
    { name: 'bulletin.json', mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(bulletin)}\n`) },
    { name: 'incidents.geojson', mediaType: 'application/geo+json', bytes: Buffer.from(geojson.bytes) },
    { name: 'incidents.csv', mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(csv.bytes) },
  ]
}

function fileOf({ file, text }: Page): PublishedFile {
  return { name: file, mediaType: HTML, bytes: Buffer.from(text) }
}
