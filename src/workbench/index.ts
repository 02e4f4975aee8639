/**
 * The workbench's pages behind the server: built from web/ where they are missing or older than their source, then loaded and handed
 * the API that all their data and actions go through. The pages themselves import none of src at run time but what is handed to them.
 * A door: whoever serves calls `buildPages` and `loadPages` once and gives every request that is not the API's to what comes back.
 */
export { buildPages } from './build-pages.ts'
export { loadPages, type Pages, type WorkbenchApi } from './load-pages.ts'
