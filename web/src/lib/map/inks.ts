/** The page's colours as the map needs them: plain values, light or dark as the page is now. */
export interface Inks {
  readonly paper: string
  readonly surface: string
  readonly sunken: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly edge: string
  readonly accent: string
  readonly onAccent: string
  readonly due: string
}

const VARIABLES: { readonly [K in keyof Inks]: string } = {
  paper: '--paper',
  surface: '--surface',
  sunken: '--sunken',
  ink: '--ink',
  soft: '--soft',
  line: '--line',
  edge: '--edge',
  accent: '--accent',
  onAccent: '--on-accent',
  due: '--due',
}

/** Reads the colours by painting them: a variable alone would still say `light-dark(…)`. */
export function readInks(element: HTMLElement): Inks {
  const probe = element.ownerDocument.createElement('span')
  element.append(probe)
  const entries = Object.entries(VARIABLES).map(([name, variable]) => {
    probe.style.color = `var(${variable})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(entries) as Inks
}
