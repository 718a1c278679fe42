import * as Schema from "effect/Schema"

/** The tax accounts, as JSON has them. */
export const accountTypeSchema = Schema.Literals([
  "personal-income-tax",
  "individual-use-tax",
  "sales-and-use",
  "meals",
  "room-occupancy",
  "withholding",
  "corporate-excise",
  "financial-institution-excise",
  "unrelated-business-income",
  "fiduciary",
  "pass-through",
  "telecommunications",
  "marijuana-retail",
  "use-tax-purchaser",
  "paid-family-medical-leave"
])

/** The tax accounts that a return can be filed for; one row each in the rule set's `accountTypes`. @rule D-31 */
export type AccountType = typeof accountTypeSchema.Type
