import { refreshAll } from '$app/navigation'
import { m } from '#messages'

/** Entries come in bursts; the page is made anew once they are through. */
const SETTLE_MS = 1500

/** Keeps the desk as it stands: when something comes into the log the page is made anew, and says so. Without script it stays as it was. */
export function liveDesk() {
  return (status: HTMLElement): (() => void) => {
    const source = new EventSource('/api/events')
    let settling: ReturnType<typeof setTimeout> | undefined
    source.addEventListener('changed', () => {
      clearTimeout(settling)
      settling = setTimeout(() => {
        void refreshAll().then(() => {
          status.textContent = m.desk_refreshed()
        })
      }, SETTLE_MS)
    })
    return () => {
      clearTimeout(settling)
      source.close()
    }
  }
}
