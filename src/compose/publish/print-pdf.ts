import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const BROWSERS = ['chromium', 'google-chrome', 'chromium-browser']
const TIMEOUT_MILLISECONDS = 60_000

/** A page as PDF through chromium, print style sheet and all; null where no chromium is installed or it fails. */
export async function printPdf(html: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-pdf-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html)
    for (const browser of BROWSERS) if (await prints(browser, folder, page, pdf)) return await readFile(pdf)
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prints(browser: string, folder: string, page: string, pdf: string): Promise<boolean> {
  try {
    // The sandbox needs privileges that servers in containers lack; the page is ours and has neither script nor network.
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
    ]
    await run(browser, [...options, `--print-to-pdf=${pdf}`, `file://${page}`], { timeout: TIMEOUT_MILLISECONDS })
    return true
  } catch {
    return false
  }
}
