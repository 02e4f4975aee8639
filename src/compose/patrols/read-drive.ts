import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { done, failed, type Result } from '../../base/result.ts'
import { sha256 } from '../../base/sha256.ts'
import type { Road } from '../../model/index.ts'
import { cleanTrack, matchDrive, parseGpx, type Drive, type GpxFailure } from '../../plan/index.ts'

/** A file of a track, matched to a road. */
export interface DriveOfTrack extends Drive {
  /** Digest of the file as it came, in hexadecimal: by it a side can show later which file it was. */
  readonly sha256: string
}

/**
 * Matches the bytes of a GPX file to a road. Fails with a code of GPX files; damage that can be borne is told in the drive.
 *
 * @param name what messages call the file
 * @param maxBytes a larger file is refused unread (Default: 64 MiB)
 */
export function driveOfTrack(
  bytes: Uint8Array,
  name: string,
  road: Road,
  maxBytes?: number,
): Result<DriveOfTrack, GpxFailure> {
  const track = parseGpx(bytes, name, maxBytes)
  if (!track.ok) return track
  return done({ sha256: Buffer.from(sha256(bytes)).toString('hex'), ...matchDrive(cleanTrack(track.value), road) })
}

/** Reads a GPX file and matches it to a road. Fails with `file-unreadable` or as `driveOfTrack` does. */
export async function readDrive(
  path: string,
  road: Road,
): Promise<Result<DriveOfTrack, GpxFailure | { readonly code: 'file-unreadable'; readonly message: string }>> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes) return driveOfTrack(bytes, basename(path), road)
  return failed({ code: 'file-unreadable', message: `${path}: found no such file, expected a GPX file` })
}
