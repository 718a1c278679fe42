import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { isAmountKind } from "@mtc-logon/core/verification/rules"
import type { AmountKind, ClaimKind } from "@mtc-logon/core/verification"
import type { IdType } from "@mtc-logon/core/taxpayer"
import type { MessageId } from "@mtc-logon/core/wording/rules"

/** What a person has to have ready for a kind of claim. */
export const haveReady: Readonly<Record<ClaimKind, MessageId>> = {
  taxReturnAmount: "have-ready.tax-return-amount",
  refundAmount: "have-ready.refund-amount",
  amountDue: "have-ready.amount-due",
  lineItem: "have-ready.line-item",
  letterId: "have-ready.letter-id"
}

/** The account types that an ID type is offered, in the order of the rule set. @rule D-31 */
export const accountTypesOf = ({ policy }: LogonRequestOptions, idType: IdType) =>
  Object.entries(policy.accountTypes)
    .filter(([, row]) => row.idTypes.includes(idType))
    .map(([id, row]) => ({ id, ...row }))

/** The row of an account type that was chosen. */
export const accountTypeOf = ({ policy }: LogonRequestOptions, accountType: string | undefined) =>
  Object.entries(policy.accountTypes).find(([id]) => id === accountType)?.[1]

/** The kinds of claim that an account type takes. @rule R-04 */
export const claimKindsOf = (options: LogonRequestOptions, accountType: string | undefined): ReadonlyArray<ClaimKind> =>
  accountTypeOf(options, accountType)?.claimKinds ?? []

/** Those of them that are amounts. */
export const amountKindsOf = (
  options: LogonRequestOptions,
  accountType: string | undefined
): ReadonlyArray<AmountKind> => claimKindsOf(options, accountType).filter(isAmountKind)
