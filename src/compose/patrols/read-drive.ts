import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { done, failed, type Result } from '../../base/result.ts'
import type { Road } from '../../model/index.ts'
import { cleanTrack, matchDrive, parseGpx, type Drive, type GpxFailure } from '../../plan/index.ts'

/** Reads a GPX file and matches it to a road. Fails with `file-unreadable` or a code of GPX files; damage that can be borne is told in the drive. */
export async function readDrive(
  path: string,
  road: Road,
): Promise<Result<Drive, GpxFailure | { readonly code: 'file-unreadable'; readonly message: string }>> {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return failed({ code: 'file-unreadable', message: `${path}: found no such file, expected a GPX file` })
  const track = parseGpx(bytes, basename(path))
  return track.ok ? done(matchDrive(cleanTrack(track.value), road)) : track
}
