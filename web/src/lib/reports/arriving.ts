/**
 * Counts the entries that come into the log from now on, by whoever, while something long is being done.
 *
 * @param tell told the count so far, each time that it grows
 * @returns what ends the counting
 */
export function countArriving(tell: (entries: number) => void): () => void {
  let entries = 0
  const source = new EventSource('/api/events')
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    const { size, from } = JSON.parse(data) as { readonly size: number; readonly from: number }
    entries += size - from
    tell(entries)
  })
  return () => source.close()
}
