import { describe, expect, it } from 'vitest'
import { loadRules } from '../../compose/index.ts'
import type { Claim } from '../../model/index.ts'
import { createAttributor } from '../index.ts'

const attribute = createAttributor(loadRules().attribute)

function claimsOf(text: string, published = '2020-04-15'): readonly Claim[] {
  const body = [...text.matchAll(/[^\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const report = { id: 't', text, title: null, outlet: null, url: null, published, language: 'en', dropped: [], body }
  return attribute([report])[0]?.claims ?? []
}

/** Act, modality, actor and target of each claim. */
function told(text: string): (string | null)[][] {
  return claimsOf(text).map((c) => [c.act, c.modality, c.actor?.text ?? null, c.target?.text ?? null])
}

describe('acts', () => {
  it.each([
    ['The garrison shelled the village of Dolmir.', 'shelling'],
    ['Warplanes bombed the outskirts of the town.', 'air-strike'],
    ['A roadside bomb went off near the army post.', 'ied-mine'],
    ['An explosive device was detonated against the patrol.', 'attack-on-patrol'],
    ['Gunmen abducted two engineers.', 'abduction'],
    ['The army captured three villages from the rebels.', 'position-seized'],
    ['Soldiers fired tear gas at demonstrators.', 'force-on-protesters'],
    ['The militants have rearmed.', 'rearm'],
    ['Soldiers dug trenches behind the mill.', 'fortification'],
    ['A drone was hovering over the ridge.', 'overflight'],
    ['The army denied the observers access to the barracks.', 'access-denied'],
    ['Soldiers would not let the monitors enter the camp.', 'access-denied'],
    ['The GPS of the drones was jammed.', 'jamming'],
    ['Fighters looted the cooperative store.', 'looting-destruction'],
    ['Protesters blocked the patrol on the highway.', 'patrol-blocked'],
    ['The gunmen used the villagers as human shields.', 'human-shield'],
    ['The two sides signed a ceasefire agreement.', 'agreement-signed'],
    ['The group refused to recognise the agreement.', 'agreement-refused'],
    ['The army violated the ceasefire.', 'ceasefire-breached'],
    ['Militants are not complying with the ceasefire.', 'ceasefire-breached'],
    ['The truce was observed by both sides.', 'ceasefire-observed'],
    ['The two armies completed a joint patrol.', 'patrol-held'],
    ['The patrol was cut short by the soldiers.', 'patrol-shortened'],
    ['The joint patrol was called off.', 'patrol-cancelled'],
    ['The rebels withdrew from the town.', 'withdrawal'],
    ['Sappers cleared the road of mines.', 'obstacle-cleared'],
    ['The army released forty prisoners.', 'release-exchange'],
    ['Gunmen fired at the car of the mission.', 'attack-on-patrol'],
    ['Snipers opened fire on farmers at the well.', 'attack-on-civilians'],
    ['Police shot at the demonstrators.', 'force-on-protesters'],
    ['Two soldiers killed in a mortar attack on the base.', 'shelling'],
    ['The rebels used the pause to move columns to the front.', 'troop-movement'],
    ['The planes keep bombing the ridge.', 'air-strike'],
    ['The truce collapsed at dawn.', 'ceasefire-breached'],
    ['The League will take revenge for the raid.', 'threat'],
    ['The brigade gave up the village of Dolmir.', 'withdrawal'],
  ] as const)('%s → %s', (sentence, act) => {
    expect(claimsOf(sentence).map((c) => c.act)).toContain(act)
  })

  it('reads the parts of a count by their doers', () => {
    const text = 'The commission recorded fourteen violations, nine by the League and five by the army.'
    expect(claimsOf(text).map((c) => [c.act, c.actor?.text])).toContainEqual(['ceasefire-breached', 'the League'])
  })

  it('dates nothing by what stands behind "since"', () => {
    const text = 'The militia shelled the village of Dolmir several times since the truce was signed on 6 March.'
    expect(claimsOf(text).find((c) => c.act === 'shelling')?.time).toBeNull()
  })

  it('takes what was agreed to for the act, not the agreeing', () => {
    expect(told('The army agreed to withdraw from the ridge.')).toEqual([['withdrawal', 'planned', 'The army', null]])
  })

  it('takes the most specific act', () => {
    expect(claimsOf('An explosion hit the joint patrol on the road.').map((c) => c.act)).toEqual(['attack-on-patrol'])
  })

  it('reads no claim where words of war are used of prices', () => {
    const page =
      'The price war between the chains is not over. Each time one of them opens fire, the others retaliate within days, and no ' +
      'truce is in sight. Analysts expect a new offensive by the second largest chain, whose customers have been leaving it. ' +
      'Shares lost ground in early trading but recovered part of it before the close, and bread, milk and eggs are cheaper than ' +
      'a year ago. For shoppers the campaign has been good news, and nobody in the trade believes that it will end this year.'
    expect(claimsOf(page)).toEqual([])
  })
})

describe('modality', () => {
  it.each([
    ['The army did not shell the village.', 'denied'],
    ['No soldier attacked the village.', 'denied'],
    ['Soldiers are to patrol the highway from Monday.', 'planned'],
    ['The rebels must withdraw from the town.', 'demanded'],
    ['The commission demanded that the League withdraw its guns.', 'demanded'],
    ['If the rebels attack the convoy, the talks are over.', 'hypothetical'],
    ['The patrols could be cancelled.', 'hypothetical'],
    ['The general warned that his army would shell the town.', 'threatened'],
    ['The army shelled the town.', 'asserted'],
  ] as const)('%s → %s', (sentence, modality) => {
    expect(claimsOf(sentence)[0]?.modality).toBe(modality)
  })
})

describe('who, where, when', () => {
  it('takes the doer of a passive from behind "by"', () => {
    expect(told('The bridge was mined by the rebels.')).toEqual([['ied-mine', 'asserted', 'the rebels', 'The bridge']])
  })

  it('names nobody for a passive without a doer', () => {
    expect(told('The convoy was attacked near the town.')[0]?.[2]).toBeNull()
  })

  it('keeps what is said apart from who says it', () => {
    const [claim] = claimsOf(
      'Militants shelled Saraqib on Monday, the Russian Defence Ministry told Interfax on Tuesday.',
    )
    expect(claim?.quote.text).toBe('Militants shelled Saraqib on Monday')
    expect(claim?.speaker?.text).toBe('the Russian Defence Ministry')
    expect(claim?.speaker?.actor).toBe('ru-mod')
    expect(claim?.via?.text).toBe('Interfax')
    expect(claim?.time?.from).toBe('2020-04-13')
    expect(claim?.place?.name).toBe('Saraqib')
  })

  it('lets sources close to an army speak for themselves', () => {
    const [claim] = claimsOf('Sources close to the Syrian Arab Army reported that rebels had shelled the village.')
    expect(claim?.speaker).toMatchObject({
      text: 'Sources close to the Syrian Arab Army',
      kind: 'unnamed',
      actor: null,
    })
  })

  it('takes a named place of the sentence before over a description', () => {
    const claims = claimsOf('Fighters are massed around Saraqib. They have rearmed in the area, the army said.')
    expect(claims.at(-1)?.place?.text).toBe('Saraqib')
  })

  it('does not date an act by the day of the speaking', () => {
    const [claim] = claimsOf('The Turkish Defence Ministry said on Monday that militants had shelled the village.')
    expect(claim?.time).toBeNull()
  })

  it('counts the dead and the hurt, with "at least" as a lower bound', () => {
    const [claim] = claimsOf('The army shelled the market, killing at least three people and wounding seven.')
    expect(claim?.harm).toEqual({ killed: { min: 3, max: null }, injured: { min: 7, max: 7 } })
  })

  it('says which frame made a claim, and how sure it is', () => {
    const [claim] = claimsOf('The garrison shelled the village.')
    expect(claim?.rule).toMatch(/^shelling\/verb:shell#\d+$/)
    expect(claim?.confidence).toBeGreaterThan(0.5)
  })
})
