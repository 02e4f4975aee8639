import { m } from '#messages'

/** The rooms of the workbench, in the order of the work. */
export const SECTIONS = [
  { path: '/', name: m.nav_desk },
  { path: '/reports', name: m.nav_reports },
  { path: '/incidents', name: m.nav_incidents },
  { path: '/agreement', name: m.nav_agreement },
  { path: '/patrols', name: m.nav_patrols },
  { path: '/bulletins', name: m.nav_bulletins },
  { path: '/ledger', name: m.nav_ledger },
] as const
