import { profileCalls } from "./profileCalls.ts"

/** Every call of the API, by method and path, in the order of the API document. */
export const calls = { ...profileCalls }

export type Calls = typeof calls
