/**
 * What the first start would do otherwise, done while the project is installed: builds the workbench's pages and the data directory that
 * embedded stores are copied from, side by side. Where it cannot, it says why and the first start does it: an install does not fail for it.
 *
 *     npm ci
 */
import { prepareEmbedded } from '../src/store/index.ts'
import { buildPages } from '../src/workbench/index.ts'

const outcomes = await Promise.allSettled([buildPages(), prepareEmbedded()])
for (const outcome of outcomes) {
  if (outcome.status === 'rejected') console.error('truceline: left for the first start:', String(outcome.reason))
}
process.exit(0)
