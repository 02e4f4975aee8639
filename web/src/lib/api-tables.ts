import type { z } from 'zod'
import type { tablesLookSchema } from '../../../src/contract/index.ts'

/** What became, or would become, of tables that were brought. */
export type TablesLook = z.infer<typeof tablesLookSchema>

/** What would become, or became, of one table. */
export type TableLook = TablesLook['tables'][number]
