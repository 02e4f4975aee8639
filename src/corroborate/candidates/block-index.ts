import { int32Column } from '../claims/growing-column.ts'

/** A key that more reports than this share tells nothing of any two of them; its block is closed. */
export const MOST_REPORTS_A_BLOCK = 24

/** What happened to a block when a report joined it. */
export type Joined = 'open' | 'closing' | 'closed'
/** And when one left it. `unknown`: it is open again, but not all who are in it are known any more. */
export type Left = 'left' | 'reopened' | 'unknown'

/**
 * Which reports share a key: blocks that grow report by report. Open addressing over 32-bit keys and linked lists in typed columns, so that
 * millions of blocks fit in memory; two keys that collide share a block, which costs time and changes nothing.
 */
export class BlockIndex {
  #slots = new Int32Array(1 << 12)
  readonly #keys = int32Column()
  readonly #sizes = int32Column()
  readonly #heads = int32Column()
  readonly #members = int32Column()
  readonly #next = int32Column()

  /** Adds a report to a key's block. `closing`: it is the one too many; the block is passed to `membersOf` a last time before. */
  join(key: number, report: number): Joined {
    const block = this.#blockOf(key)
    const size = this.#sizes.at(block)
    this.#sizes.set(block, size + 1)
    if (size > MOST_REPORTS_A_BLOCK) return 'closed'
    this.#members.push(report)
    this.#next.push(this.#heads.at(block))
    this.#heads.set(block, this.#members.length - 1)
    return size === MOST_REPORTS_A_BLOCK ? 'closing' : 'open'
  }

  /** Takes a report out of a key's block, which it had joined. */
  leave(key: number, report: number): Left {
    const block = this.#blockOf(key)
    const size = this.#sizes.at(block) - 1
    this.#sizes.set(block, size)
    const known = this.#unlink(block, report)
    if (size !== MOST_REPORTS_A_BLOCK) return 'left'
    return known === size ? 'reopened' : 'unknown'
  }

  /** Takes a member out of a block's list, if it stands in it; answers how many stand in it then. */
  #unlink(block: number, report: number): number {
    let known = 0
    let before = -1
    for (let at = this.#heads.at(block); at >= 0; at = this.#next.at(at)) {
      if (this.#members.at(at) !== report) {
        known++
        before = at
      } else if (before < 0) this.#heads.set(block, this.#next.at(at))
      else this.#next.set(before, this.#next.at(at))
    }
    return known
  }

  /** Whether the reports of a key's block are candidates of each other. */
  isOpen(key: number): boolean {
    return this.#sizes.at(this.#blockOf(key)) <= MOST_REPORTS_A_BLOCK
  }

  /** Visits the reports that joined a key's block, the last first. */
  membersOf(key: number, visit: (report: number) => void): void {
    for (let at = this.#heads.at(this.#blockOf(key)); at >= 0; at = this.#next.at(at)) visit(this.#members.at(at))
  }

  #blockOf(key: number): number {
    if (this.#keys.length * 2 >= this.#slots.length) this.#widen()
    const slot = this.#slotOf(key)
    const found = (this.#slots[slot] ?? 0) - 1
    if (found >= 0) return found
    this.#keys.push(key)
    this.#sizes.push(0)
    this.#heads.push(-1)
    this.#slots[slot] = this.#keys.length
    return this.#keys.length - 1
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1
    let slot = Math.imul(key, 0x9e3779b1) & mask
    for (let block = this.#slots[slot] ?? 0; block > 0; block = this.#slots[slot] ?? 0) {
      if (this.#keys.at(block - 1) === (key | 0)) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let block = 0; block < this.#keys.length; block++) this.#slots[this.#slotOf(this.#keys.at(block))] = block + 1
  }
}
