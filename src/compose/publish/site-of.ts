import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { keyFileOf } from '../case/index.ts'

/** Where a server puts a store's bulletins unless told otherwise: `site` in an embedded store; for PostgreSQL in the user's own folder. */
export function siteOf(location: string): string {
  if (!/^postgres(?:ql)?:/i.test(location)) return join(location, 'site')
  const folder = process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share')
  return join(folder, 'truceline', 'sites', basename(keyFileOf(location), '.key'))
}
