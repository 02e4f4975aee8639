/** Past participles of verbs that say nothing without an object, so that one without any object must be a passive. */
const PARTICIPLES = new Set(
  `killed wounded injured hurt shelled bombed bombarded shortened suspended cancelled canceled conducted signed arrested abducted kidnapped
  detained released exchanged swapped freed delivered distributed captured recaptured seized occupied destroyed damaged burnt burned looted
  torched reinforced recorded registered observed targeted brokered extended prolonged postponed lifted reopened cleared dispersed dug planted
  discovered jammed blocked violated breached attacked ambushed downed evacuated concluded recruited deployed shot hit struck
  hidden concealed parked stationed positioned stored laid mined demolished ransacked raped beheaded executed massacred assassinated murdered disarmed dismantled defused`.split(
    /\s+/,
  ),
)

/** Whether a form of a verb is told of its subject where it has no object: "patrol shortened". */
export function isWantingObject(lower: string): boolean {
  return PARTICIPLES.has(lower)
}
