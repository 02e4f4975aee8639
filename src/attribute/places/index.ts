/**
 * Places: which words of a report name a place, and where each lies. Names come from the world's gazetteer and the case's own list;
 * learned weights decide which capitalised words are a place and which of its namesakes is meant, in the light of the whole text.
 * The composition root reads the files (data/gazetteer/places.bin, given-names.txt, data/models/places.bin, a case's places.geojson)
 * and hands their content in.
 */
export { parseCasePlaces, type CasePlace } from './case-places.ts'
export { parseGazetteer, type Gazetteer } from './gazetteer.ts'
export { parseGivenNames, type GivenNames } from './given-names.ts'
export { parsePlaceModel, type PlaceModel } from './model-file.ts'
export { createPlaceFinder, type PlaceContext, type PlaceData, type PlaceFinder } from './place-finder.ts'
