/**
 * Routes, a file a noun: each declares what it takes and gives, calls one use-case of the desk and answers. Every route bears the name of an
 * operation of the contract's table of permissions.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv, ApiParts } from '../env.ts'
import { addAgreement } from './agreement.ts'
import { addAssessments } from './assessments.ts'
import { addAudits } from './audits.ts'
import { addBulletins } from './bulletins.ts'
import { addCase } from './case.ts'
import { addClaimDecisions, addIncidentDecisions } from './decisions.ts'
import { addDrives } from './drives.ts'
import { addEvents } from './events.ts'
import { addExports } from './exports.ts'
import { addIncidents } from './incidents.ts'
import { addEntries, addProofs } from './ledger.ts'
import { addMaps } from './maps.ts'
import { addPatrolDecisions, addPatrols } from './patrols.ts'
import { addPublications } from './publications.ts'
import { addShift } from './shift.ts'
import { addMeta } from './meta.ts'
import { addMe, addPeople, addTokens } from './people.ts'
import { addReadings } from './readings.ts'
import { addReports } from './reports.ts'
import { addTables } from './tables.ts'
import { addWitnesses } from './witnesses.ts'

const GROUPS = [
  addMeta,
  addMe,
  addTokens,
  addPeople,
  addCase,
  addIncidents,
  addMaps,
  addExports,
  addEvents,
  addReports,
  addReadings,
  addTables,
  addClaimDecisions,
  addIncidentDecisions,
  addAudits,
  addProofs,
  addWitnesses,
  addEntries,
  addShift,
  addAgreement,
  addAssessments,
  addPatrols,
  addPatrolDecisions,
  addDrives,
  addPublications,
  addBulletins,
]

/** Adds every route. */
export function addRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  for (const add of GROUPS) add(app, parts)
}
