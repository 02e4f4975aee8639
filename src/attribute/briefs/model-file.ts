import { CLASS_FEATURE_BITS } from './class-features.ts'
import { CLASSES, type ClassWeights } from './classifier.ts'
import { LABELS, type TagWeights } from './tagger.ts'
import { TOKEN_FEATURE_BITS } from './token-features.ts'

/** What reading briefs has learned. */
export interface BriefModel {
  readonly tags: TagWeights
  readonly classes: ClassWeights
}

/** First four bytes of a model file, little-endian ("TLBM"). */
const MAGIC = 0x4d424c54
const VERSION = 1
const STEPS = (LABELS + 1) * LABELS
const EMISSIONS = LABELS << TOKEN_FEATURE_BITS
const VALUES = CLASSES << CLASS_FEATURE_BITS
const EMISSIONS_AT = 16 + 4 * STEPS
const SIZE = EMISSIONS_AT + EMISSIONS + VALUES

/**
 * Reads the bytes that `formatBriefModel` writes: magic, version, a unit for either table, the steps between labels as 32-bit
 * floats, then both tables as 8-bit multiples of their unit.
 * @throws RangeError if they are no model of this version and size
 */
export function parseBriefModel(file: Uint8Array): BriefModel {
  if (file.byteLength !== SIZE) throw new RangeError(`brief model: expected ${SIZE} bytes, got ${file.byteLength}`)
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new RangeError('brief model: other version')
  }
  return {
    tags: {
      unit: view.getFloat32(8, true),
      steps: Float32Array.from({ length: STEPS }, (_, i) => view.getFloat32(16 + 4 * i, true)),
      emissions: new Int8Array(bytes.buffer, EMISSIONS_AT, EMISSIONS),
    },
    classes: { unit: view.getFloat32(12, true), values: new Int8Array(bytes.buffer, EMISSIONS_AT + EMISSIONS, VALUES) },
  }
}

/** Writes weights as `parseBriefModel` reads them, rounded to 127 steps either way. */
export function formatBriefModel({ tags, classes }: BriefModel): Uint8Array {
  const bytes = new Uint8Array(SIZE)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, VERSION, true)
  view.setFloat32(8, packTable(tags.emissions, tags.unit, new Int8Array(bytes.buffer, EMISSIONS_AT, EMISSIONS)), true)
  view.setFloat32(
    12,
    packTable(classes.values, classes.unit, new Int8Array(bytes.buffer, EMISSIONS_AT + EMISSIONS, VALUES)),
    true,
  )
  for (const [i, step] of tags.steps.entries()) view.setFloat32(16 + 4 * i, step, true)
  return bytes
}

/** Rounds a table into bytes; answers the unit that turns them back. */
function packTable(values: ArrayLike<number>, unit: number, into: Int8Array): number {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!))
  const step = most / 127 || 1
  for (let i = 0; i < into.length; i++) into[i] = Math.round(values[i]! / step)
  return step * unit
}
