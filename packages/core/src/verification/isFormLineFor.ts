import type { AccountType } from "../taxpayer/accountTypeSchema.ts"
import type { ClaimKind } from "./VerificationClaim.ts"
import type { FormLine } from "./verificationSheet.ts"

/**
 * Whether a row of the table of lines is the one for a kind of claim, an account type and a tax year.
 *
 * **Details**
 *
 * With `form`, the row is also of that form, or of none in particular.
 *
 * @rule R-09
 */
export const isFormLineFor = (
  row: FormLine,
  accountType: AccountType,
  kind: ClaimKind,
  taxYear: number,
  form?: string
): boolean =>
  row.accountType === accountType &&
  row.kind === kind &&
  (row.taxYears.from ?? taxYear) <= taxYear &&
  (row.taxYears.to ?? taxYear) >= taxYear &&
  (form === undefined || row.form === null || row.form === form)
