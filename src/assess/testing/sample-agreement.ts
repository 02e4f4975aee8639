/** A small agreement between two made-up sides, as a file. Tests change single lines of it. */
export const SAMPLE_AGREEMENT = `id: sample
title: Truce of the two valleys
signed: '2027-03-01'
source: made up for tests
timeZone: UTC
sides: [north, south]
parties:
  - {actor: north, accepted: '2027-03-01', source: text}
  - {actor: south, accepted: '2027-03-01', source: text}
guarantors:
  - {actor: mediator, answersFor: [league], source: text, confidence: low}
groups:
  - {actor: league, stance: refused, says: Refuses it., source: text}
zones:
  - id: valley
    name: the valley
    shape: {kind: polygon, rings: [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}
    uncertaintyMetres: 100
    source: drawn for tests
    confidence: high
clauses:
  - {id: c1, title: Fire stops, says: Fire stops in the valley., standing: public-text, source: text}
  - {id: c2, title: Road opened, says: The road is opened., standing: public-text, source: text}
obligations:
  - id: c1.cease
    clause: c1
    title: No fire
    says: Both hold their fire in the valley.
    standing: public-text
    duty: must-not
    bound: [north, south]
    acts: [shelling, armed-clash]
    zone: valley
    term: {from: '2027-03-02', to: open}
    source: text
  - id: c2.open
    clause: c2
    title: The road is opened
    says: North opens the road within ten days.
    standing: public-text
    duty: must
    bound: [north]
    acts: [obstacle-cleared]
    hinderedBy: [road-cut]
    term: {from: '2027-03-02', to: open}
    due: '2027-03-11'
    source: text
`
