import * as Schema from "effect/Schema"
import type { AccountType } from "./AccountType.ts"

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
] satisfies ReadonlyArray<AccountType>)
