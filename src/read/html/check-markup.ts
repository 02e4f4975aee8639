import { done, failed, type Result } from '../../base/result.ts'
import type { ReadBounds } from '../bounds.ts'
import { refusal, type ReadFailure } from '../failure.ts'

/** Elements without content. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose end may be left out: the parser closes them, so that a row of them is not deep. */
const SELF_CLOSING = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup html head body'.split(' '),
)
/** Elements whose content is no markup. */
const RAW = new Set('script style textarea title xmp noscript noembed noframes iframe plaintext'.split(' '))

/** Longest tag: pictures written into the page may be this large. */
const MAX_TAG_LENGTH = 2 * 1024 * 1024
/** Most attributes of one element. */
const MAX_ATTRIBUTES = 1_000

/** Most entities, comments and `<` that open no tag: each makes a node of its own. */
const MAX_STRAYS = 200_000

/**
 * Looks through markup before its tree is built: how many elements there are, how deep they nest, how large a tag is. A tree
 * of depth 20,000 keeps the search for the main part busy for minutes; this pass is linear and builds nothing. Answers the
 * number of elements.
 */
export function checkMarkup(html: string, bounds: ReadBounds, place: string): Result<number, ReadFailure> {
  const { maxDepth, maxElements } = bounds
  let [depth, elements, strays, at] = [0, 0, countEntities(html), 0]
  while ((at = html.indexOf('<', at)) >= 0) {
    const isEnd = html.charCodeAt(at + 1) === 0x2f
    const name = nameAt(html, at + (isEnd ? 2 : 1))
    if (name === '') {
      at = afterOther(html, at)
      if (++strays > MAX_STRAYS) return failed(refusal('too-large', place, `over ${MAX_STRAYS} stray marks`, 'markup'))
      continue
    }
    const tag = scanTag(html, at)
    const refused = checkTag(name, tag.end - at, tag.attributes, place)
    if (refused) return failed(refused)
    at = tag.end
    const nests = !VOID.has(name) && !SELF_CLOSING.has(name) && !RAW.has(name)
    if (isEnd) {
      if (nests) depth = Math.max(0, depth - 1)
      continue
    }
    elements++
    if (RAW.has(name)) at = afterRaw(html, at, name)
    if (nests) depth++
    if (elements > maxElements) return failed(refusal('too-large', place, `over ${maxElements} elements`, 'fewer'))
    if (depth > maxDepth)
      return failed(refusal('too-deep', place, `elements nested over ${maxDepth} deep`, 'flatter ones'))
  }
  return done(elements)
}

function checkTag(name: string, length: number, attributes: number, place: string): ReadFailure | null {
  if (length > MAX_TAG_LENGTH)
    return refusal('too-large', place, `<${name}> of ${length} characters`, `at most ${MAX_TAG_LENGTH}`)
  if (attributes <= MAX_ATTRIBUTES) return null
  return refusal('too-large', place, `<${name}> with ${attributes} attributes`, `at most ${MAX_ATTRIBUTES}`)
}

function countEntities(html: string): number {
  let count = 0
  for (let at = html.indexOf('&'); at >= 0 && count <= MAX_STRAYS; at = html.indexOf('&', at + 1)) count++
  return count
}

const MAX_NAME = 24

function nameAt(html: string, from: number): string {
  const match = /^[a-z][^\s/>]*/i.exec(html.slice(from, from + MAX_NAME))
  return match ? match[0].toLowerCase() : ''
}

/** The end of a comment, a declaration or a `<` that opens no tag. */
function afterOther(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return endOf(html, '-->', at + 4)
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) return endOf(html, '>', at + 2)
  return at + 1
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function scanTag(html: string, start: number): { readonly end: number; readonly attributes: number } {
  let attributes = 0
  let quote = 0
  for (let at = start + 1; at < html.length; at++) {
    const unit = html.charCodeAt(at)
    if (quote) {
      if (unit === quote) quote = 0
    } else if (unit === 0x3e) return { end: at + 1, attributes }
    else if ((unit === 0x22 || unit === 0x27) && html.charCodeAt(at - 1) === 0x3d) quote = unit
    else if (unit <= 0x20 && html.charCodeAt(at + 1) > 0x20) attributes++
  }
  return { end: html.length, attributes }
}

/** Where the end tag of a raw element begins, ASCII case ignored. */
function afterRaw(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return html.length
}
