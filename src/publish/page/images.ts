import type { ReportImage } from '../bulletin.ts'
import { anchor } from './parts.ts'
import { html, type Html } from './html.ts'

/**
 * Pictures of reports. A click, or Enter, opens the full size over the page (the browser's own popover: Escape closes it, focus comes back,
 * no script); the link beneath leads to the file itself where a browser knows no popovers.
 */
export function drawImages(images: readonly ReportImage[]): Html | null {
  if (images.length === 0) return null
  return html`<section aria-labelledby="images">
    <h2 id="images">Pictures of reports</h2>
    ${images.map(drawImage)}
  </section>`
}

function drawImage({ report, file, fullFile, width, height, alt, credit }: ReportImage): Html {
  const id = `image-${anchor(report)}-${anchor(file)}`
  const size = html`width="${String(width)}" height="${String(height)}"`
  return html`<figure>
    <button class="zoom" type="button" popovertarget="${id}" aria-label="Full size: ${alt}">
      <img src="${file}" ${size} alt="${alt}" loading="lazy" />
    </button>
    <figcaption>
      ${alt} ${credit}, in <a href="#r-${anchor(report)}">${report}</a>. <a href="${fullFile}">Full size</a>
    </figcaption>
    <div id="${id}" popover role="dialog" aria-label="${alt}">
      <button type="button" popovertarget="${id}" popovertargetaction="hide" autofocus>Close</button
      ><img src="${fullFile}" alt="${alt}" loading="lazy" />
    </div>
  </figure>`
}
