import { int32Column } from '../claims/growing-column.ts'

/** Which claims probably tell of one event: undirected edges that can be added, removed and followed from either end. */
export class EdgeList {
  readonly #ends = [int32Column(), int32Column()] as const
  readonly #next = [int32Column(), int32Column()] as const
  readonly #alive = int32Column()
  readonly #heads = int32Column()

  /** Joins two claims. */
  add(i: number, j: number): void {
    const edge = this.#alive.length
    this.#alive.push(1)
    this.#link(0, i, edge)
    this.#link(1, j, edge)
  }

  /** Removes every edge between two claims. */
  remove(i: number, j: number): void {
    this.#eachEdge(i, (edge, other) => {
      if (other === j) this.#alive.set(edge, 0)
    })
  }

  /** Removes every edge of a claim. */
  removeAll(i: number): void {
    this.#eachEdge(i, (edge) => this.#alive.set(edge, 0))
  }

  /** Visits the claims that a claim is joined with. */
  neighboursOf(i: number, visit: (other: number) => void): void {
    this.#eachEdge(i, (edge, other) => {
      if (this.#alive.at(edge) === 1) visit(other)
    })
  }

  #link(side: 0 | 1, claim: number, edge: number): void {
    while (this.#heads.length <= claim) this.#heads.push(-1)
    this.#ends[side].push(claim)
    this.#next[side].push(this.#heads.at(claim))
    this.#heads.set(claim, edge * 2 + side)
  }

  #eachEdge(i: number, visit: (edge: number, other: number) => void): void {
    let at = i < this.#heads.length ? this.#heads.at(i) : -1
    while (at >= 0) {
      const [edge, side] = [at >> 1, at & 1]
      visit(edge, this.#ends[side === 0 ? 1 : 0].at(edge))
      at = this.#next[side === 0 ? 0 : 1].at(edge)
    }
  }
}
