import { addCosignature, requestCosignature } from '../../compose/case/index.ts'
import { withCase } from '../casework/with-case.ts'
import { refuse, write } from '../terminal/index.ts'
import { readInput } from './run-witness.ts'

/** Prints what to ask a witness. */
export async function runRequest(store: string, oldSize: number): Promise<void> {
  await withCase(store, async (open) => {
    const request = await requestCosignature(open, oldSize)
    if (!request.ok) return refuse(request.failure)
    await write(request.value)
  })
}

/** Adds a witness's answer to the log's checkpoint. */
export async function runAdd(store: string, answer: string | undefined): Promise<void> {
  const text = readInput(answer)
  await withCase(store, async (open) => {
    const added = await addCosignature(open, text)
    if (!added.ok) return refuse(added.failure)
    const { size, signatures } = added.value
    await write(`checkpoint ${size}: signed by ${signatures.map(({ key }) => key.name).join(', ')}\n`)
  })
}
