import { existsSync, readFileSync } from 'node:fs'
import { createCaseTools, nameWitness, rebuildCase, type OpenCase } from '../../compose/case/index.ts'
import { loadFolder } from '../../compose/record/index.ts'
import { formatVerifierKey, verifierOf } from '../../ledger/notes/index.ts'
import type { WitnessOptions } from '../case.ts'
import { refuse, write } from '../terminal/index.ts'
import { withCase, withNewCase } from './with-case.ts'

/** Makes a case and prints the key that others verify its log with. */
export async function runCaseInit(store: string, name: string, from?: string): Promise<void> {
  await withNewCase(store, name, async (open) => {
    await write(
      `${store}: a case with the log ${name}\nverifier key, to be given to both sides: ${formatVerifierKey(verifierOf(open.key))}\n`,
    )
    if (from !== undefined) await load(open, from)
  })
}

/** Puts a folder into a case's log. */
export async function runCaseLoad(store: string, from: string): Promise<void> {
  await withCase(store, (open) => load(open, from))
}

async function load(open: OpenCase, folder: string): Promise<void> {
  const loaded = await loadFolder(open, createCaseTools(folder), folder)
  if (!loaded.ok) return refuse(loaded.failure)
  const { reports, documents } = loaded.value
  await write(
    `${folder}: ${reports.received} new reports, ${reports.unchanged} unchanged, ${reports.failed} not readable; ` +
      `${documents} new decisions, accounts and stretches of coverage\n`,
  )
}

/** Names the witness of a side. */
export async function runCaseWitness(store: string, { side, key, by, reason }: WitnessOptions): Promise<void> {
  const verifier = (existsSync(key) ? readFileSync(key, 'utf8') : key).trim()
  await withCase(store, async (open) => {
    const named = await nameWitness(open, createCaseTools(), by, { side, verifier, reason })
    if (!named.ok) return refuse(named.failure)
    await write(`${side}: ${verifier.split('+')[0]} is its witness: entry ${named.value.entry}\n`)
  })
}

/** Computes a case's projections anew and prints their digest. */
export async function runCaseRebuild(store: string, caseFolder: string | undefined): Promise<void> {
  await withCase(store, async (open) => {
    const { sha256, tables } = await rebuildCase(open, createCaseTools(caseFolder))
    for (const { table, rows } of tables) await write(`${table.padEnd(18)}${String(rows).padStart(9)}\n`)
    await write(`digest ${sha256}\n`)
  })
}
