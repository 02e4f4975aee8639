import type { IncidentFile, IncidentHistory } from '../api-types.ts'

/** Where an incident stands on both axes; for those who do not see its history, without what was proposed. */
export function standingOf(
  { validity, responsibility }: Pick<IncidentFile, 'validity' | 'responsibility'>,
  history: IncidentHistory | null,
): IncidentHistory['standing'] {
  return (
    history?.standing ?? {
      validity: { state: validity, proposed: null },
      responsibility: { state: responsibility, proposed: null },
    }
  )
}
