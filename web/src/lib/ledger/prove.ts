/** One step up the tree: the two hashes that are hashed together, and what comes of it. */
export interface ProofStep {
  readonly left: string
  readonly right: string
  readonly parent: string
  /** Which of the two comes from the proof; the other one was computed. */
  readonly given: 'left' | 'right'
}

/** What came of checking a proof: each step, and whether the last one is the root. */
export interface ProofCheck {
  readonly leafHash: string
  readonly steps: readonly ProofStep[]
  readonly root: string
  readonly holds: boolean
}

/**
 * Checks by itself that an entry stands in a log (RFC 9162, 2.1.3.2), with the hashing that every browser and Node has. The same code runs
 * on the server, so that the page works without script, and in the browser, for whoever does not trust the server.
 *
 * @param text the leaf: the entry as canonical JSON
 */
export async function checkInclusion(
  text: string,
  index: number,
  size: number,
  proof: readonly string[],
  root: string,
): Promise<ProofCheck> {
  const leafHash = await hash([0], new TextEncoder().encode(text))
  const steps: ProofStep[] = []
  let computed = leafHash
  let at = index
  let last = size - 1
  let holds = index < size
  for (const sibling of proof) {
    if (last === 0) holds = false
    const isRight = at % 2 === 1 || at === last
    const [left, right] = isRight ? [sibling, computed] : [computed, sibling]
    const parent = await hash([1], bytesOf(left), bytesOf(right))
    steps.push({ left, right, parent, given: isRight ? 'left' : 'right' })
    computed = parent
    if (isRight) {
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return { leafHash, steps, root: computed, holds: holds && last === 0 && computed === root }
}

async function hash(prefix: readonly number[], ...parts: readonly Uint8Array[]): Promise<string> {
  const bytes = Uint8Array.from([...prefix, ...parts.flatMap((part) => [...part])])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...digest))
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
