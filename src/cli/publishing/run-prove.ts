import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { provePublication } from '../../compose/publish/index.ts'
import { MANIFEST_FILE, PROOF_FILE, type PublicationManifest } from '../../ledger/index.ts'
import { withCase } from '../casework/with-case.ts'
import { refuse, write } from '../terminal/index.ts'

/** Writes a published bulletin's proofs anew, under the checkpoint that most witnesses have cosigned since. The bulletin stays as it is. */
export async function runProve(store: string, folder: string): Promise<void> {
  await withCase(store, async (open) => {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as PublicationManifest
    const proof = await provePublication(open, manifest, folder)
    if (!proof.ok) return refuse(proof.failure)
    writeFileSync(join(folder, PROOF_FILE), proof.value.text)
    await write(
      `${join(folder, PROOF_FILE)}: ${proof.value.entries.length} entries, signed by ${proof.value.signedBy.join(', ')}\n`,
    )
  })
}
