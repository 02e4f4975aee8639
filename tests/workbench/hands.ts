import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with the mouse, or with the keyboard alone. */
export interface Hands {
  readonly name: string
  /** Follows a link, presses a button, opens a disclosure. */
  readonly press: (target: Locator) => Promise<void>
  /** Writes into a field, over what stands there. */
  readonly write: (field: Locator, words: string) => Promise<void>
  /** Gives a day, `YYYY-MM-DD`, or a minute of it, `YYYY-MM-DDThh:mm`. */
  readonly date: (field: Locator, moment: string) => Promise<void>
  /** Chooses one of several: an option of a list, a radio button. */
  readonly choose: (field: Locator, value: string) => Promise<void>
}

/** Works a page with the mouse. */
export function mouse(): Hands {
  return {
    name: 'mouse',
    press: (target) => target.click(),
    write: (field, words) => field.fill(words),
    date: (field, moment) => field.fill(moment),
    choose: async (field, value) => {
      await field.selectOption(value)
    },
  }
}

/** Most tab stops to an element: a page on which it takes more cannot be used by keyboard. */
const MOST_STOPS = 400

/** Works a page with the keyboard alone: goes from stop to stop as somebody would who cannot see or use a mouse. */
export function keyboard(page: Page): Hands {
  const go = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'visible' })
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`keyboard: found no way to ${target.toString()} in ${MOST_STOPS} stops`)
  }
  return {
    name: 'keyboard',
    press: async (target) => {
      await go(target)
      await page.keyboard.press((await target.evaluate(({ tagName }) => tagName)) === 'INPUT' ? 'Space' : 'Enter')
    },
    write: async (field, words) => {
      await go(field)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(words)
    },
    date: async (field, moment) => {
      await go(field)
      // as the browser of the tests asks for it: month, day, year, then hour, minute, half of the day
      const [, year = '', month = '', day = '', time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$/.exec(moment) ?? []
      await page.keyboard.type(`${month}${day}${year}`)
      if (time === undefined) return
      await page.keyboard.press('ArrowRight')
      await page.keyboard.type(`${time.replace(':', '')}AM`)
    },
    choose: async (field, value) => {
      await go(field)
      const label = (await field.locator(`option[value="${value}"]`).textContent()) ?? ''
      await page.keyboard.type(label.trim())
    },
  }
}
