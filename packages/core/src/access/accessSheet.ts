import { text, whole, wordings } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"

/** The values that the access rules read, and those of the access that a role gives. @rule R-24 @rule R-25 @rule D-25 @rule D-26 */
export const accessSheet = {
  terms: {
    version: text({
      label: "the day the terms came into force",
      pattern: /^\d{4}-\d{2}-\d{2}$/u,
      description: "a day, like 2020-11-20"
    }),
    sentences: {
      SSN: wordings({ label: "the terms for an SSN" }),
      ITIN: wordings({ label: "the terms for an ITIN" }),
      FEIN: wordings({ label: "the terms for an FEIN" })
    }
  },
  access: {
    confirmationHoldDays: whole({
      label: "days during which a new Master Administrator cannot grant access",
      unit: "days",
      min: 0,
      max: 90
    }),
    notMeDays: whole({
      label: 'how long "this was not me" acts on a new logon',
      unit: "days",
      min: 1,
      max: 365
    }),
    accessRequestDays: whole({ label: "how long an access request is open", unit: "days", min: 1, max: 90 })
  }
}

export type AccessPolicy = ValuesOf<typeof accessSheet>
