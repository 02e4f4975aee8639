import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'

/** What reading needs of a node of a page's tree; linkedom's nodes have it. */
export interface HtmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}

/** An element with its attributes. */
export interface HtmlElement extends HtmlNode {
  readonly textContent: string
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  readonly querySelectorAll: (selector: string) => Iterable<HtmlElement>
}

/** The tree of a page. */
export interface HtmlDocument {
  readonly documentElement: HtmlElement | null
  readonly querySelectorAll: (selector: string) => Iterable<HtmlElement>
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

/** linkedom takes 90 ms to load: it is loaded with the first page of HTML. */
const load = createRequire(import.meta.url)

/**
 * Builds the tree of a page whose markup has been checked by `checkMarkup`; a page without `<html>` gets one. Null where the
 * library gives up (it overflows the stack on a class of 100,000 names).
 */
export function parseDocument(html: string): HtmlDocument | null {
  const whole = /<html[\s>]/i.test(html.slice(0, 20_000)) ? html : `<!doctype html><html><body>${html}</body></html>`
  const linkedom = load('linkedom') as typeof Linkedom
  try {
    return linkedom.parseHTML(whole).document
  } catch {
    return null
  }
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT_NODE
}
