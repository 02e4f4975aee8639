import type { IncidentFile, Standing } from '../api-types.ts'

/** Where an incident stands for somebody who may take no steps: shown, and none is offered. */
export function standingOf({ standing, validity, responsibility }: IncidentFile): {
  readonly validity: Standing
  readonly responsibility: Standing
} {
  return (
    standing ?? {
      validity: { state: validity, proposed: null, next: [] },
      responsibility: { state: responsibility, proposed: null, next: [] },
    }
  )
}
