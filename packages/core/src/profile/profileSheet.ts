import { whole } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"

/** The values that changes of a profile live by. NIST SP 800-63A-4: a link by e-mail lives a day at most. @rule D-26 */
export const profileSheet = {
  profile: {
    emailLinkHours: whole({
      label: "how long the link to a new e-mail address is valid",
      unit: "hours",
      min: 1,
      max: 24
    }),
    notMeDays: whole({ label: 'how long "this was not me" undoes a change', unit: "days", min: 1, max: 90 })
  }
}

export type ProfilePolicy = ValuesOf<typeof profileSheet>
