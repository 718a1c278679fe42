import type { AccountType } from "../taxpayer/accountTypeSchema.ts"

export const roleNames = ["MasterAdministrator", "TaxAdministrator"] as const

/** What a logon may do on a taxpayer: all of it, or the one account that it was verified for. @rule R-20 */
export type Role =
  | { readonly role: "MasterAdministrator"; readonly scope: "all" }
  | { readonly role: "TaxAdministrator"; readonly scope: AccountType }
