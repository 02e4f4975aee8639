import { initCase, openCase, type OpenCase } from '../../compose/case/index.ts'
import { refuse } from '../terminal/index.ts'

/** Opens a case, does something with it and closes it again; a refusal is told and sets exit status 1. */
export async function withCase(store: string, use: (open: OpenCase) => Promise<void>): Promise<void> {
  const open = await openCase(store)
  if (!open.ok) return refuse(open.failure)
  return useAndClose(open.value, use)
}

/** Makes a case, does something with it and closes it again. */
export async function withNewCase(store: string, name: string, use: (open: OpenCase) => Promise<void>): Promise<void> {
  const open = await initCase(store, name)
  if (!open.ok) return refuse(open.failure)
  return useAndClose(open.value, use)
}

async function useAndClose(open: OpenCase, use: (open: OpenCase) => Promise<void>): Promise<void> {
  try {
    await use(open)
  } finally {
    await open.close()
  }
}
