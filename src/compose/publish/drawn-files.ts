import type { PublishedFile } from '../../ledger/index.ts'
import type { Bulletin } from '../../publish/index.ts'
import { loadRoads } from '../load-roads.ts'
import { bulletinFiles } from './bulletin-files.ts'
import type { PublishedCase } from './case-facts.ts'
import { printPdf } from './print-pdf.ts'

/** The files of a bulletin as its case has them drawn; with its PDF where it is wanted and chromium is installed. */
export async function drawFiles(
  bulletin: Bulletin,
  { facts, file }: PublishedCase,
  caseFolder: string,
  withPdf: boolean,
): Promise<readonly PublishedFile[]> {
  const { support } = file.site
  const shown = support?.show === true ? support : null
  const draw = { roads: loadRoads(caseFolder), nameOf: facts.nameOf, support: shown }
  const bare = await bulletinFiles(bulletin, draw)
  const pdf = withPdf ? await printPdf(bare[0]?.bytes ?? new Uint8Array()) : null
  if (!pdf) return bare
  const onPaper = { name: 'bulletin.pdf', mediaType: 'application/pdf', bytes: pdf }
  return [...(await bulletinFiles(bulletin, { ...draw, hasPdf: true })), onPaper]
}
