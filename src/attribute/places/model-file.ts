import { wordAligned } from './gazetteer-format.ts'
import { FEATURE_BITS } from './span-features.ts'
import type { SpanModel } from './span-model.ts'
import { RANK_FEATURES } from './rank-features.ts'
import type { RankModel } from './rank-model.ts'

/** What finding and resolving place names has learned. */
export interface PlaceModel {
  readonly spans: SpanModel
  readonly ranks: RankModel
}

/** First four bytes of a model file, little-endian ("TLPM"). */
const MAGIC = 0x4d504c54
const VERSION = 1
const HEADER_BYTES = 16

/**
 * Reads the bytes that `writePlaceModel` writes.
 * @throws RangeError if they are no model of this version and size.
 */
export function parsePlaceModel(file: Uint8Array): PlaceModel {
  const bytes = wordAligned(file)
  const size = HEADER_BYTES + RANK_FEATURES * 8 + (2 << FEATURE_BITS)
  if (bytes.byteLength !== size) throw new RangeError(`place model: expected ${size} bytes, got ${bytes.byteLength}`)
  const { buffer, byteOffset } = bytes
  const [magic, version] = new Uint32Array(buffer, byteOffset, 2)
  if (magic !== MAGIC || version !== VERSION) throw new RangeError('place model: other version')
  const [unit = 0, bias = 0] = new Float32Array(buffer, byteOffset + 8, 2)
  const ranksAt = byteOffset + HEADER_BYTES
  return {
    ranks: {
      alone: new Float32Array(buffer, ranksAt, RANK_FEATURES),
      inContext: new Float32Array(buffer, ranksAt + RANK_FEATURES * 4, RANK_FEATURES),
    },
    spans: { unit, bias, weights: new Int16Array(buffer, ranksAt + RANK_FEATURES * 8, 1 << FEATURE_BITS) },
  }
}

/** Packs weights: header, ranks as 32-bit floats, span weights as 16-bit multiples of a unit. */
export function writePlaceModel(spanWeights: ArrayLike<number>, bias: number, ranks: RankModel): Uint8Array {
  let most = 1e-9
  for (let i = 0; i < spanWeights.length; i++) most = Math.max(most, Math.abs(spanWeights[i] ?? 0))
  const unit = most / 32_767
  const bytes = new Uint8Array(HEADER_BYTES + RANK_FEATURES * 8 + (2 << FEATURE_BITS))
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, VERSION])
  new Float32Array(bytes.buffer, 8, 2).set([unit, bias])
  new Float32Array(bytes.buffer, HEADER_BYTES, RANK_FEATURES).set(ranks.alone)
  new Float32Array(bytes.buffer, HEADER_BYTES + RANK_FEATURES * 4, RANK_FEATURES).set(ranks.inContext)
  const weights = new Int16Array(bytes.buffer, HEADER_BYTES + RANK_FEATURES * 8, 1 << FEATURE_BITS)
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round((spanWeights[i] ?? 0) / unit)
  return bytes
}
