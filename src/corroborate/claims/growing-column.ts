/** A typed column that grows: doubles when it is full, so that a million rows are pushed in linear time. */
export class GrowingColumn<T extends Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>> {
  #values: T
  #length = 0
  readonly #create: (length: number) => T

  /** @param create makes an empty column of that length */
  constructor(create: (length: number) => T) {
    this.#create = create
    this.#values = create(1024)
  }

  get length(): number {
    return this.#length
  }

  /** The value of a row; 0 beyond the last. */
  at(row: number): number {
    return this.#values[row] ?? 0
  }

  /** Changes the value of a row that was pushed before. */
  set(row: number, value: number): void {
    this.#values[row] = value
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = this.#create(this.#length * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.#length++] = value
  }
}

/** A growing column of 32-bit whole numbers. */
export function int32Column(): GrowingColumn<Int32Array<ArrayBuffer>> {
  return new GrowingColumn((length) => new Int32Array(length))
}

/** A growing column of 32-bit floating point numbers. */
export function float32Column(): GrowingColumn<Float32Array<ArrayBuffer>> {
  return new GrowingColumn((length) => new Float32Array(length))
}
