import { html, type Html } from './html.ts'

/** A bar that asks for support: steps of a scale, what was raised, an appeal. Off unless a site sets it. */
export interface SupportBar {
  readonly steps: readonly number[]
  readonly raised: number
  /** Before the numbers or behind them, as `$`. */
  readonly currency: string
  readonly appeal: string
  /** Where to give; null for no link. */
  readonly address: string | null
}

/** The bar as a progress element with its scale and its sum in words. */
export function drawSupport(bar: SupportBar | null): Html | null {
  if (!bar) return null
  const goal = Math.max(1, ...bar.steps)
  const sum = (value: number) => `${value.toLocaleString('en')} ${bar.currency}`
  const appeal = bar.address === null ? html`${bar.appeal}` : html`<a href="${bar.address}">${bar.appeal}</a>`
  return html`<section class="support" aria-labelledby="support">
    <h2 id="support" style="border:0;margin:0;padding:0">Support</h2>
    <p>
      <label for="raised">Raised: <b>${sum(bar.raised)}</b> of ${sum(goal)}</label>
    </p>
    <progress id="raised" max="${String(goal)}" value="${String(Math.min(goal, bar.raised))}">
      ${sum(bar.raised)}
    </progress>
    <p class="scale" aria-hidden="true">${bar.steps.map((step) => html`<small>${sum(step)}</small>`)}</p>
    <p>${appeal}</p>
  </section>`
}
