import { paraglideVitePlugin } from '@inlang/paraglide-js'
import adapter from '@sveltejs/adapter-node'
import { sveltekit, type Config } from '@sveltejs/kit/vite'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { MESSAGES } from './messages.config.ts'

type CspDirectives = NonNullable<NonNullable<Config['csp']>['directives']>

/** Nothing from elsewhere, no inline script: SvelteKit adds the nonce of its one start-up script to `script-src`. */
const CONTENT_SECURITY_POLICY: CspDirectives = {
  'default-src': ['self'],
  'script-src': ['self'],
  'style-src': ['self'],
  // the one style attribute that SvelteKit writes: on its announcer of new pages
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'data:', 'blob:'],
  'worker-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
}

/** The log's verifier runs in the browser too: there this file stands in for Node's cryptography. */
const browserCrypto: Plugin = {
  name: 'truceline-browser-crypto',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: (id) => (id === 'node:crypto' ? join(import.meta.dirname, 'src/lib/verify/node-crypto.ts') : null),
}

export default defineConfig({
  plugins: [
    browserCrypto,
    paraglideVitePlugin({ ...MESSAGES, strategy: [...MESSAGES.strategy] }),
    sveltekit({
      adapter: adapter({ precompress: true, envPrefix: 'TRUCELINE_WEB_' }),
      csp: { mode: 'nonce', directives: CONTENT_SECURITY_POLICY },
      version: { pollInterval: 0 },
    }),
  ],
  build: { sourcemap: false, chunkSizeWarningLimit: 1500 },
})
