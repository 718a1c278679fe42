import type { AccountType } from "../../taxpayer/accountTypeSchema.ts"
import type { IdType } from "../../taxpayer/IdType.ts"
import type { ClaimKind } from "../../verification/VerificationClaim.ts"
import type { AccountTypeRow } from "../../verification/verificationSheet.ts"

const anyAmount: ReadonlyArray<ClaimKind> = ["taxReturnAmount", "refundAmount", "letterId"]
const andLineItem: ReadonlyArray<ClaimKind> = ["taxReturnAmount", "refundAmount", "lineItem", "letterId"]

const individuals: ReadonlyArray<IdType> = ["SSN", "ITIN"]
const everybody: ReadonlyArray<IdType> = ["SSN", "ITIN", "FEIN"]
const businesses: ReadonlyArray<IdType> = ["FEIN"]

const row = (
  id: AccountType,
  idTypes: ReadonlyArray<IdType>,
  claimKinds: ReadonlyArray<ClaimKind>
): AccountTypeRow => ({
  label: `account-type.${id}`,
  idTypes,
  claimKinds
})

/**
 * The account types in the order of the list, the same for everyone with an ID type.
 *
 * **Details**
 *
 * Sources: seed line 65 (line items), 117 (Personal Income Tax), 125 (its evidence); mass.gov, Administrative Procedure 616
 * (business types); who is offered which: D-31, which evidence: D-03. The drop-down of the walk-through is not shown in it.
 *
 * @rule D-31 @rule R-04 @rule D-03
 */
export const accountTypes: Readonly<Record<AccountType, AccountTypeRow>> = {
  "personal-income-tax": row("personal-income-tax", individuals, anyAmount),
  "individual-use-tax": row("individual-use-tax", individuals, ["amountDue", "letterId"]),
  "sales-and-use": row("sales-and-use", everybody, anyAmount),
  meals: row("meals", everybody, anyAmount),
  "room-occupancy": row("room-occupancy", everybody, anyAmount),
  withholding: row("withholding", everybody, anyAmount),
  "corporate-excise": row("corporate-excise", businesses, andLineItem),
  "financial-institution-excise": row("financial-institution-excise", businesses, andLineItem),
  "unrelated-business-income": row("unrelated-business-income", businesses, andLineItem),
  fiduciary: row("fiduciary", businesses, anyAmount),
  "pass-through": row("pass-through", businesses, anyAmount),
  telecommunications: row("telecommunications", businesses, anyAmount),
  "marijuana-retail": row("marijuana-retail", businesses, anyAmount),
  "use-tax-purchaser": row("use-tax-purchaser", businesses, anyAmount),
  "paid-family-medical-leave": row("paid-family-medical-leave", businesses, anyAmount)
}
