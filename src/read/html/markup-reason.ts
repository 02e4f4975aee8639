import type { DropReason } from '../../model/index.ts'
import type { HtmlElement } from './html-node.ts'

/** Why the text of an element goes, by its tag. */
const BY_TAG: Readonly<Record<string, DropReason>> = {
  NAV: 'navigation',
  MENU: 'navigation',
  FOOTER: 'masthead',
  ASIDE: 'related',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
  FORM: 'subscription',
  BUTTON: 'navigation',
  LABEL: 'navigation',
  ADDRESS: 'contact',
}

const BY_ROLE: Readonly<Record<string, DropReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'masthead',
  contentinfo: 'masthead',
  complementary: 'related',
  search: 'navigation',
  dialog: 'appeal',
  alertdialog: 'appeal',
}

/** Words of class names and ids, as the press's content systems give them. The first word that is known decides. */
const BY_CLASS: ReadonlyMap<string, DropReason> = new Map(
  Object.entries({
    navigation: 'nav navbar navigation menu breadcrumb breadcrumbs pagination pager toolbar skip sitemap topbar',
    byline: 'byline author authors dateline meta postmeta timestamp pubdate',
    caption: 'caption figcaption credit credits gallery slideshow',
    share: 'share sharing social sharedaddy addtoany socials follow',
    cookie: 'cookie cookies consent gdpr onetrust',
    related:
      'related recommended recommendations trending popular mostread readmore more latest headlines outbrain taboola promo teaser teasers sidebar',
    advertisement: 'ad ads advert advertisement advertising sponsor sponsored dfp banner',
    subscription: 'newsletter subscribe subscription paywall signup',
    comments: 'comment comments disqus respond',
    donation: 'donate donation donations support fundraising',
    metadata: 'tags tag tagcloud keywords',
    masthead: 'masthead footer copyright',
    disclaimer: 'disclaimer legal',
  }).flatMap(([why, words]) => words.split(' ').map((word) => [word, why as DropReason] as const)),
)

/** Elements whose classes speak of the whole page ("comments-open", "has-sidebar"). */
const WHOLE = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE'])

const MAX_CLASS_LENGTH = 300

/** Why the text of an element is likely no part of the report: by its tag, its role, the words of its class and id; else null. */
export function reasonOfElement(element: HtmlElement): DropReason | null {
  const name = element.nodeName.toUpperCase()
  if (WHOLE.has(name)) return null
  const byTag = BY_TAG[name] ?? BY_ROLE[element.getAttribute('role') ?? '']
  return byTag ?? reasonOfClass(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)
}

function reasonOfClass(names: string): DropReason | null {
  for (const word of names
    .slice(0, MAX_CLASS_LENGTH)
    .toLowerCase()
    .split(/[^a-z]+/)) {
    const why = BY_CLASS.get(word)
    if (why) return why
  }
  return null
}
