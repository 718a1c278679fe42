import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { isAmountKind } from "@mtc-logon/core/verification/rules"
import type { AmountKind, ClaimKind } from "@mtc-logon/core/verification"
import type { AccountType, IdType } from "@mtc-logon/core/taxpayer"
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
  (Object.keys(policy.accountTypes) as AccountType[])
    .filter((id) => policy.accountTypes[id].idTypes.includes(idType))
    .map((id) => ({ id, ...policy.accountTypes[id] }))

/** The kinds of claim that an account type takes. @rule R-04 */
export const claimKindsOf = (
  { policy }: LogonRequestOptions,
  accountType: string | undefined
): ReadonlyArray<ClaimKind> =>
  Object.hasOwn(policy.accountTypes, accountType ?? "")
    ? policy.accountTypes[accountType as AccountType].claimKinds
    : []

/** Those of them that are amounts. */
export const amountKindsOf = (
  options: LogonRequestOptions,
  accountType: string | undefined
): ReadonlyArray<AmountKind> => claimKindsOf(options, accountType).filter(isAmountKind)
