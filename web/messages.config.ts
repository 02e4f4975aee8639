/** How messages are compiled: one language today; a cookie, else what the browser prefers, chooses among those there are. */
export const MESSAGES = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
  outputStructure: 'locale-modules',
  isServer: 'import.meta.env.SSR',
} as const
