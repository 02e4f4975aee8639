/**
 * Headline: on a page of a few clipped sentences the headline tells the act ("Turkey and Russia held their first patrol") and the body
 * only names it ("first patrol on 15 March from Trumba"). The act is then read from the headline and quoted from the body, where
 * both share words; without such words nothing is added. Longer pages are left alone, and a headline is never quoted.
 */
export { createHeadlineReader, type HeadlineReader, type HeadlineSources } from './headline-reader.ts'
