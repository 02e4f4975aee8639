/**
 * Keys of the reader: j and k go to the next and last claim, c, a and r press its buttons. They count only while the focus is in the list of
 * claims and no field is written in, so that nobody presses them unawares.
 *
 * @param onLook told which claim is looked at
 */
export function readerKeys(onLook: (claim: number) => void) {
  return (list: HTMLElement): (() => void) => {
    const cards = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-claim]')]
    const cardOf = (target: EventTarget | null) =>
      target instanceof HTMLElement ? target.closest<HTMLElement>('[data-claim]') : null
    const onFocus = (event: FocusEvent): void => {
      const card = cardOf(event.target)
      if (card) onLook(Number(card.dataset['claim']))
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const card = cardOf(event.target)
      const all = cards()
      const at = card ? all.indexOf(card) : -1
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
      if (step !== undefined) {
        event.preventDefault()
        all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
        return
      }
      const button = card?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
      if (!button) return
      event.preventDefault()
      button.click()
    }
    list.addEventListener('focusin', onFocus)
    list.addEventListener('keydown', onKey)
    return () => {
      list.removeEventListener('focusin', onFocus)
      list.removeEventListener('keydown', onKey)
    }
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
