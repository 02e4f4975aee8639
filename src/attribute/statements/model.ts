import type { Weights } from './slate.ts'

/** The learned weights of the statement finder. Each table's length is a power of two; a feature's weight stands at its hash, masked. */
export interface AttributionModel {
  readonly cue: Weights
  readonly content: Weights
  readonly source: Weights
  /** Weights of the last word on a statement, in the order of FINAL_FEATURES in judge.ts. */
  readonly judge: Float32Array
  /** One bit a hash, from its low 16 bits: words seen as cues in training. */
  readonly gate: Uint8Array
  /** Cues below this log-odds are not looked at further. */
  readonly cueFloor: number
  /** Statements below this log-odds are not made. */
  readonly judgeFloor: number
}

const MAGIC = 0x41545431
const GATE_BYTES = 8192

/** Reads the weights file: header, then tables of int8 with one scale each. Throws RangeError if it is no such file or cut short. */
export function parseAttributionModel(bytes: Uint8Array): AttributionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 32 || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('attribution model: not a weights file')
  const cueFloor = view.getFloat32(4, true)
  const judgeFloor = view.getFloat32(8, true)
  let at = 12
  const table = (): Weights => {
    const length = view.getUint32(at, true)
    const scale = view.getFloat32(at + 4, true)
    if (at + 8 + length > bytes.byteLength) throw new RangeError('attribution model: file is cut short')
    const values = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + at + 8, length))
    at += 8 + length
    return { values, scale }
  }
  const [cue, content, source] = [table(), table(), table()]
  const judgeLength = view.getUint32(at, true)
  const judge = Float32Array.from({ length: judgeLength }, (_, k) => view.getFloat32(at + 4 + 4 * k, true))
  at += 4 + 4 * judgeLength
  return { cue, content, source, judge, gate: bytes.slice(at, at + GATE_BYTES), cueFloor, judgeFloor }
}

/** Writes weights as `parseAttributionModel` reads them, rounded to 127 steps either way. */
export function formatAttributionModel(model: AttributionModel): Uint8Array {
  const tables = [model.cue, model.content, model.source]
  const size = 12 + tables.reduce((sum, t) => sum + 8 + t.values.length, 0) + 4 + 4 * model.judge.length + GATE_BYTES
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setFloat32(4, model.cueFloor, true)
  view.setFloat32(8, model.judgeFloor, true)
  let at = 12
  for (const { values } of tables) {
    const scale = largest(values) / 127 || 1
    view.setUint32(at, values.length, true)
    view.setFloat32(at + 4, scale, true)
    for (const [k, v] of values.entries()) view.setInt8(at + 8 + k, Math.round(v / scale))
    at += 8 + values.length
  }
  view.setUint32(at, model.judge.length, true)
  for (const [k, v] of model.judge.entries()) view.setFloat32(at + 4 + 4 * k, v, true)
  bytes.set(model.gate, at + 4 + 4 * model.judge.length)
  return bytes
}

/** Whether a word was seen as a cue in training. */
export function passesGate(model: Pick<AttributionModel, 'gate'>, hash: number): boolean {
  return (((model.gate[(hash & 0xffff) >> 3] ?? 0) >> (hash & 7)) & 1) === 1
}

function largest(values: Iterable<number>): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}
