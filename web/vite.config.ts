import { paraglideVitePlugin } from '@inlang/paraglide-js'
import adapter from '@sveltejs/adapter-node'
import { sveltekit, type Config } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
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

export default defineConfig({
  plugins: [
    paraglideVitePlugin({ ...MESSAGES, strategy: [...MESSAGES.strategy] }),
    sveltekit({
      adapter: adapter({ precompress: true, envPrefix: 'TRUCELINE_WEB_' }),
      csp: { mode: 'nonce', directives: CONTENT_SECURITY_POLICY },
      version: { pollInterval: 0 },
    }),
  ],
  build: { sourcemap: false, chunkSizeWarningLimit: 1500 },
})
