import type { DropReason } from '../../model/index.ts'
import { ELEMENT_NODE, TEXT_NODE, type HtmlElement, type HtmlNode, isElement } from './html-node.ts'
import { reasonOfElement } from './markup-reason.ts'

/** A line of a page as drawn: the text of a block element up to the next block or line break, white space collapsed. */
export interface PageBlock {
  readonly text: string
  /** Number of the block element, as marked on it with BLOCK_MARK. */
  readonly block: number
  /** What the element and those around it tell, the nearest first. */
  readonly reason: DropReason | null
  readonly isHeading: boolean
  /** Share of its characters that are links. */
  readonly linkedShare: number
}

/** Attribute that carries a block's number through the search for the main part. */
export const BLOCK_MARK = 'data-block-number'

const UNSEEN = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO HEAD TITLE TEXTAREA SELECT DATALIST'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 ' +
    'H4 H5 H6 HEADER HR HTML LEGEND LI MAIN MENU NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
)
const HEADING = /^H[2-6]$/

interface OpenElement {
  readonly element: HtmlElement
  readonly block: number
  readonly reason: DropReason | null
  readonly isHeading: boolean
}

/** The lines of a page in order, hidden parts left out; marks each block element with its number. Null if nested too deep. */
export function collectBlocks(root: HtmlElement, maxDepth: number): readonly PageBlock[] | null {
  const blocks: PageBlock[] = []
  const open: OpenElement[] = []
  let [line, numbers, linked, linksOpen] = ['', 0, 0, 0]
  const flush = (): void => {
    const text = line.replaceAll(/\s+/gu, ' ').trim()
    const { block = 0, reason = null, isHeading = false } = open.at(-1) ?? {}
    if (text !== '') blocks.push({ text, block, reason, isHeading, linkedShare: linked / text.length })
    line = ''
    linked = 0
  }
  let node: HtmlNode | null = root
  while (node) {
    let inside: HtmlNode | null = null
    if (node.nodeType === TEXT_NODE) {
      line += node.nodeValue ?? ''
      if (linksOpen > 0) linked += node.nodeValue?.length ?? 0
    } else if (node.nodeType === ELEMENT_NODE && isElement(node) && !isHidden(node)) {
      const isBlock = BLOCKS.has(nameOf(node))
      if (isBlock || nameOf(node) === 'BR') flush()
      if (isBlock) open.push(openBlock(node, open.at(-1), ++numbers))
      if (open.length > maxDepth) return null
      if (isLink(node)) linksOpen++
      inside = node.firstChild
    }
    node =
      inside ??
      nextAfter(node, root, (left) => {
        if (isLink(left) && linksOpen > 0) linksOpen--
        if (open.at(-1)?.element !== left) return
        flush()
        open.pop()
      })
  }
  flush()
  return blocks
}

function nameOf(element: HtmlElement): string {
  return element.nodeName.toUpperCase()
}

function isLink(node: HtmlNode): boolean {
  return node.nodeName === 'A' || node.nodeName === 'a'
}

function openBlock(element: HtmlElement, around: OpenElement | undefined, block: number): OpenElement {
  element.setAttribute(BLOCK_MARK, String(block))
  const isHeading = HEADING.test(nameOf(element)) || (around?.isHeading ?? false)
  return { element, block, reason: reasonOfElement(element) ?? around?.reason ?? null, isHeading }
}

function isHidden(element: HtmlElement): boolean {
  if (UNSEEN.has(nameOf(element)) || element.getAttribute('hidden') !== null) return true
  return /display\s{0,3}:\s{0,3}none/i.test((element.getAttribute('style') ?? '').slice(0, 500))
}

/** The next node in document order after leaving `node`'s subtree; tells of every element that ends on the way. */
function nextAfter(node: HtmlNode, root: HtmlNode, leave: (left: HtmlNode) => void): HtmlNode | null {
  let left: HtmlNode | null = node
  while (left) {
    leave(left)
    if (left === root) return null
    if (left.nextSibling) return left.nextSibling
    left = left.parentNode
  }
  return null
}
