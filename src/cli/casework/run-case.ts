import { createCaseTools, rebuildCase, type OpenCase } from '../../compose/case/index.ts'
import { loadFolder } from '../../compose/record/index.ts'
import { formatVerifierKey, verifierOf } from '../../ledger/notes/index.ts'
import { readLastCheckpoint, readLogSize } from '../../store/index.ts'
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

/** Prints how a case stands. */
export async function runCaseStatus(store: string): Promise<void> {
  await withCase(store, async (open) => {
    const counts = await open.store.query<{ reports: number; claims: number; incidents: number; failed: number }>(
      `select (select count(*)::int from report) as reports, (select count(*)::int from claim) as claims,
         (select count(*)::int from incident) as incidents, (select count(*)::int from failed_page) as failed`,
    )
    const { reports = 0, claims = 0, incidents = 0, failed = 0 } = counts[0] ?? {}
    const checkpoint = await readLastCheckpoint(open.store)
    await write(
      `${await readLogSize(open.store)} entries, ${reports} reports, ${claims} claims, ${incidents} incidents, ` +
        `${failed} pages that could not be read\n${checkpoint ? `\n${checkpoint.note}` : ''}`,
    )
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
