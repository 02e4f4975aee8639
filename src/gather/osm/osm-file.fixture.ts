import { deflateSync } from 'node:zlib'

/** Nodes by id, and ways, of an extract to be written for a test. */
export interface OsmExtract {
  readonly nodes: readonly (readonly [id: number, lat: number, lon: number])[]
  readonly ways: readonly { readonly refs: readonly number[]; readonly tags: { readonly [key: string]: string } }[]
}

/** Writes an extract in the PBF format (wiki.openstreetmap.org/wiki/PBF_Format): one block of plain nodes and ways. */
export function writeOsmFile({ nodes, ways }: OsmExtract): Buffer {
  const strings = ['']
  const indexOf = (text: string): number => {
    const known = strings.indexOf(text)
    return known >= 0 ? known : strings.push(text) - 1
  }
  const nodeMessages = nodes.map(([id, lat, lon]) =>
    field(
      1,
      Buffer.concat([
        number(1, zigzag(id)),
        number(8, zigzag(Math.round(lat * 1e7))),
        number(9, zigzag(Math.round(lon * 1e7))),
      ]),
    ),
  )
  const wayMessages = ways.map(({ refs, tags }, i) => {
    const keys = Object.keys(tags).map((key) => varint(BigInt(indexOf(key))))
    const values = Object.values(tags).map((value) => varint(BigInt(indexOf(value))))
    const deltas = refs.map((ref, at) => varint(zigzag(ref - (refs[at - 1] ?? 0))))
    const members = [
      number(1, BigInt(i + 1)),
      field(2, Buffer.concat(keys)),
      field(3, Buffer.concat(values)),
      field(8, Buffer.concat(deltas)),
    ]
    return field(3, Buffer.concat(members))
  })
  const table = field(1, Buffer.concat(strings.map((text) => field(1, Buffer.from(text)))))
  const groups = [field(2, Buffer.concat(nodeMessages)), field(2, Buffer.concat(wayMessages))]
  const header = field(4, Buffer.from('OsmSchema-V0.6'))
  return Buffer.concat([block('OSMHeader', header), block('OSMData', Buffer.concat([table, ...groups]))])
}

function block(type: string, data: Buffer): Buffer {
  const blob = Buffer.concat([number(2, BigInt(data.length)), field(3, deflateSync(data))])
  const header = Buffer.concat([field(1, Buffer.from(type)), number(3, BigInt(blob.length))])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, blob])
}

/** A member of bytes. */
function field(tag: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(BigInt(tag * 8 + 2)), varint(BigInt(bytes.length)), bytes])
}

/** A member of a number. */
function number(tag: number, value: bigint): Buffer {
  return Buffer.concat([varint(BigInt(tag * 8)), varint(value)])
}

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Buffer.from([...bytes, Number(rest)])
}

function zigzag(value: number): bigint {
  return value < 0 ? BigInt(-value) * 2n - 1n : BigInt(value) * 2n
}
