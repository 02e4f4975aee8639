/**
 * Attribute: a report becomes statements (who says what, through whom) and claims (who did what, where, when, in which exact words).
 * Words, statements, places and times are found first, each in a folder of its own; claims are read inside them.
 * Pure: lexicons, learned weights, the gazetteer and a case's actors are data handed in.
 */
export { createAttributor, type Attribution, type AttributionRules, type Attributor } from './attribute.ts'
export { parseActorRegister, type Actor, type ActorRegister } from './actors/index.ts'
export { parseBriefLexicon, parseBriefModel } from './briefs/index.ts'
export { parseActLexicon, type ActLexicon } from './claims/index.ts'
export { parseAttributionModel, parseCueLexicon } from './statements/index.ts'
export { parseCasePlaces, parseGazetteer, parseGivenNames, parsePlaceModel } from './places/index.ts'
export { parseTimeLexicon } from './times/index.ts'
