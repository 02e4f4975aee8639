import { Buffer } from 'buffer'

// The log's code counts in Node's buffers; a browser has none of its own. Import this before that code: it needs them as it is loaded.
if (!('Buffer' in globalThis)) Object.assign(globalThis, { Buffer })
