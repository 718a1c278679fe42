import { choice } from "./PolicyEntry.ts"
import type { ValuesOf } from "./PolicySheet.ts"

/** The numbers that are valid: `live` accepts numbers that can be issued, `sandbox` only numbers that never are. @rule D-22 */
export const idRanges = choice({ label: "which numbers exist", of: ["live", "sandbox"] })

export type IdRanges = ValuesOf<typeof idRanges>
