import { describe } from 'vitest'
import { embeddedEngine, postgresEngine } from './engines.ts'
import { describeStore } from './store-contract.ts'

const postgres = await postgresEngine()

describeStore(embeddedEngine())
if (postgres) describeStore(postgres)
else describe.skip('a case on the postgres engine: skipped: needs PostgreSQL with PostGIS')
