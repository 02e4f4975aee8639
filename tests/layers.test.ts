import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(import.meta.dirname, '..', 'src')

/** Pure: input and rules in, output out. */
const STAGES = [
  'read',
  'attribute',
  'corroborate',
  'adjudicate',
  'assess',
  'plan',
  'publish',
  'import',
  'exchange',
  'ledger',
]
/** What stands at the edge of the world. */
const PORTS = ['contract', 'store', 'bus', 'gather']
/** Thin: parse, call, answer. `compose` puts things together for them. */
const DOORS = ['cli', 'http', 'workers', 'workbench']

/** What each folder of src may import beside itself. */
const MAY_IMPORT = new Map<string, readonly string[]>([
  ['base', []],
  ['model', ['base']],
  ...STAGES.map((stage) => [stage, ['model', 'base']] as const),
  ...PORTS.map((port) => [port, ['model', 'base']] as const),
  ['pipeline.ts', [...STAGES, 'model', 'base']],
  ['compose', [...STAGES, ...PORTS, 'pipeline.ts', 'model', 'base']],
  ...DOORS.map((door) => [door, ['compose', ...STAGES, ...PORTS, 'pipeline.ts', 'model', 'base']] as const),
  // the command starts the server, and the pages behind it
  ['cli', ['http', 'workbench', 'compose', ...STAGES, ...PORTS, 'pipeline.ts', 'model', 'base']],
])

/** Modules of Node through which files, networks, clocks and chance come in; what only computes is free. */
const WORLDLY = /^node:(?:fs|net|http|https|dns|child_process|worker_threads|process|os|timers)/

interface Import {
  readonly file: string
  readonly folder: string
  readonly of: string
  /** Path below src where it is one of the house, else the module as written. */
  readonly path: string
}

const IMPORTS = globSync('**/*.ts', { cwd: SOURCE })
  .filter((file) => !/\.(?:test|fixture)\.ts$|(?:^|\/)testing/.test(file))
  .flatMap(importsOf)

function importsOf(file: string): Import[] {
  const code = readFileSync(join(SOURCE, file), 'utf8')
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, module = '']) => {
    const path = module.startsWith('.') ? relative(SOURCE, join(SOURCE, dirname(file), module)) : module
    return { file, folder: topOf(file), of: module.startsWith('.') ? topOf(path) : '', path }
  })
}

function topOf(path: string): string {
  return path.split('/')[0] ?? path
}

/** In words, so that a failure reads by itself. */
function said({ file, path }: Import): string {
  return `src/${file} imports ${path}`
}

describe('the layers', () => {
  it('knows every folder of src', () => {
    const folders = new Set(IMPORTS.map(({ folder }) => folder))
    expect([...folders].filter((folder) => !MAY_IMPORT.has(folder))).toEqual([])
  })

  it('imports only what lies below', () => {
    const crossing = IMPORTS.filter(
      ({ folder, of }) => of !== '' && of !== folder && !MAY_IMPORT.get(folder)?.includes(of),
    )
    expect(crossing.map(said)).toEqual([])
  })

  it('enters another folder of src only through an index', () => {
    const direct = IMPORTS.filter(
      ({ folder, of, path }) =>
        of !== '' && of !== folder && of !== 'base' && of !== 'pipeline.ts' && !path.endsWith('/index.ts'),
    )
    expect(direct.map(said)).toEqual([])
  })

  it('lets no stage reach for files, networks or the environment', () => {
    const pure = new Set(['base', 'model', 'contract', 'pipeline.ts', ...STAGES])
    expect(IMPORTS.filter(({ folder, path }) => pure.has(folder) && WORLDLY.test(path)).map(said)).toEqual([])
  })

  it('keeps clocks, chance and the environment out of the stages', () => {
    const reaching = globSync('**/*.ts', { cwd: SOURCE })
      .filter((file) => STAGES.includes(topOf(file)) && !/\.(?:test|fixture)\.ts$|(?:^|\/)testing/.test(file))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bprocess\.(?:env|argv|cwd)|performance\.now\(/.test(
          withoutComments(readFileSync(join(SOURCE, file), 'utf8')),
        ),
      )
    expect(reaching).toEqual([])
  })
})

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

const WEB = join(import.meta.dirname, '..', 'web', 'src')

/** What the pages import of the house: by path below src, with the word `type` where it is types alone. */
const PAGE_IMPORTS = globSync('**/*.{ts,svelte}', { cwd: WEB })
  .filter((file) => !file.startsWith('paraglide/') && !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const code = readFileSync(join(WEB, file), 'utf8')
    return [...code.matchAll(/(import|export)( type)?[^'"]*?from '([^']+)'|import\(\s*'([^']+)'/g)].flatMap((found) => {
      const module = found[3] ?? found[4] ?? ''
      const path = module.startsWith('.') ? relative(SOURCE, join(WEB, dirname(file), module)) : '..'
      return path.startsWith('..') ? [] : [{ file, folder: topOf(path), path, isType: found[2] !== undefined }]
    })
  })

describe('the pages', () => {
  it('run with contract, model and the log’s own verifier alone; all else comes through the API', () => {
    const crossing = PAGE_IMPORTS.filter(
      ({ folder, isType }) => !['contract', 'model', 'base', 'ledger'].includes(folder) && !isType,
    )
    expect(crossing.map(({ file, path }) => `web/src/${file} imports ${path}`)).toEqual([])
  })

  it('enter folders of src only through an index', () => {
    const direct = PAGE_IMPORTS.filter(({ folder, path }) => folder !== 'base' && !path.endsWith('/index.ts'))
    expect(direct.map(({ file, path }) => `web/src/${file} imports ${path}`)).toEqual([])
  })
})
