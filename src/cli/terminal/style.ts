import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** How text is set off; each is the identity where there are no colours. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly underline: (text: string) => string
  /** Colours by what a thing is about; `tone` is one of the terminal's own, so that it suits light and dark. */
  readonly tone: (tone: Tone, text: string) => string
}

export type Tone = 'red' | 'yellow' | 'magenta' | 'blue' | 'cyan' | 'green'

/** Styles for a stream: NO_COLOR and FORCE_COLOR go before whether it is a terminal. */
export function createStyle(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): Style {
  const coloured = hasColours(stream, env)
  const styled = (format: Format) => (text: string) =>
    coloured && text !== '' ? styleText(format, text, { validateStream: false }) : text
  return {
    bold: styled('bold'),
    dim: styled('dim'),
    underline: styled('underline'),
    tone: (tone, text) => styled(tone)(text),
  }
}

function hasColours(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR } = env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return stream.isTTY && env['TERM'] !== 'dumb'
}
