/**
 * Actors: from the words that name somebody to the neutral id that the record uses.
 * The label a report uses stays in its span; the id comes from the case's actors.yaml and from nowhere else.
 */
export { parseActorRegister, type Actor, type ActorRegister } from './actor-register.ts'
export { createSpeakerResolvers, type SpeakerResolver } from './co-reference.ts'
export { createActorResolver, type ActorResolver } from './resolve-actor.ts'
