/** Words that say nothing of what a passage is about. */
const EMPTY = new Set(
  'the and for with from that this its their his her they them was were are has have had been being will would could into over upon after before said says'.split(
    ' ',
  ),
)
/** Letters by which two forms of a word are known as one. */
const STEM = 5

/** How many words of meaning two texts share, whatever their endings. */
export function sharedWords(one: string, other: string): number {
  const stems = stemsOf(other)
  let shared = 0
  for (const stem of stemsOf(one)) if (stems.has(stem)) shared++
  return shared
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.slice(0, STEM)))
}
