import { describe, expect, it } from 'vitest'
import type { Incident, PlaceReference } from '../../model/index.ts'
import { createCaseTools } from './index.ts'

const tools = createCaseTools()

function bearingsAt(place: PlaceReference | null) {
  const incident: Incident = {
    id: 'x',
    act: 'ied-mine',
    time: null,
    place,
    claims: [],
    recalls: [],
    origins: [],
    independentOrigins: 0,
    contradictions: [],
  }
  return tools.bearingsOf?.(incident)
}

describe('where incidents lie by the case’s roads', () => {
  it('gives an incident in a village its kilometre on the road', () => {
    const { id, chainageKm } = bearingsAt(tools.findPlace?.('Ariha') ?? null)?.road ?? {}
    expect(id).toBe('m4')
    expect(chainageKm).toBeCloseTo(95, 0)
  })

  it.each(['M4', 'Idlib province', 'Kafr Nabl'])('gives none for %s', (name) => {
    expect(bearingsAt(tools.findPlace?.(name) ?? null)?.road).toBeNull()
  })
})
