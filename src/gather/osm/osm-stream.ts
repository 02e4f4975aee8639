import type { TransformCallback } from 'node:stream'
import { OSMTransform } from 'osm-pbf-parser-node'

/** A node of OpenStreetMap. */
export interface OsmNode {
  readonly type: 'node'
  readonly id: number
  readonly lat: number
  readonly lon: number
}

/** A way of OpenStreetMap. */
export interface OsmWay {
  readonly type: 'way'
  readonly id: number
  readonly refs: readonly number[]
  /** Absent where it has none. */
  readonly tags?: { readonly [key: string]: string }
}

/** Throws what the parser finds wrong into the stream, where a reader meets it, and not past it. */
class OsmReader extends OSMTransform {
  override _transform(chunk: unknown, encoding: BufferEncoding, next: TransformCallback): void {
    try {
      super._transform(chunk, encoding, next)
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)))
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      super._flush(next)
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

/**
 * The nodes or the ways of an extract in PBF, in their order; relations are passed over.
 * @throws Error where the bytes are no such extract, or break off
 */
export async function* readOsm<K extends 'node' | 'way'>(
  source: NodeJS.ReadableStream,
  kind: K,
): AsyncGenerator<K extends 'node' ? OsmNode : OsmWay> {
  const withTags = { node: false, way: kind === 'way', relation: false }
  const reader = new OsmReader({ withTags })
  source.on('error', (error: Error) => reader.destroy(error))
  for await (const batch of source.pipe(reader)) {
    for (const item of batch as readonly { readonly type?: string }[])
      if (item.type === kind) yield item as K extends 'node' ? OsmNode : OsmWay
  }
}
