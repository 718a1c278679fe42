import { issuesOf } from "../../engine/issuesOf.ts"
import type { Issue } from "../../engine/issuesOf.ts"
import { keysOf } from "../../engine/keysOf.ts"
import type { Knowledge } from "../../engine/Rule.ts"
import { sealed } from "../../engine/Rule.ts"
import { parseTaxpayerIdentifier } from "../../taxpayer/parseTaxpayerIdentifier.ts"
import type { AccountType } from "../../taxpayer/accountTypeSchema.ts"
import type { IdType } from "../../taxpayer/IdType.ts"
import type { TaxpayerType } from "../../taxpayer/TaxpayerType.ts"
import type { VerificationClaim } from "../../verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../verification/verificationFacts.ts"
import { issuesIn } from "./issuesIn.ts"
import { parseChoice } from "./parseChoice.ts"
import type { Known, ReadAnswer } from "./ReadAnswer.ts"

const idTypes: ReadonlyArray<IdType> = ["SSN", "ITIN", "FEIN"]

/** What a claim says so far; the record is sealed to whoever types, attempts are not counted here. */
export const claimSoFar = (claim: Partial<VerificationClaim>): Knowledge<VerificationFacts> => ({
  claim,
  record: sealed,
  attempts: sealed
})

/** The part of a claim that the steps before have given. */
export const claimBefore = ({ answers, policy }: Known): Partial<VerificationClaim> => {
  const { "taxpayer-id": given, "taxpayer-type": type } = answers
  const taxpayerType = policy.verification.taxpayerTypes.find((each) => each === type?.taxpayerType)
  const idType = idTypes.find((each) => each === given?.idType)
  const accountType = keysOf(policy.accountTypes).find((each) => each === given?.accountType)
  return { ...(taxpayerType && { taxpayerType }), ...(idType && { idType }), ...(accountType && { accountType }) }
}

/** @rule R-02 */
export const parseTaxpayerTypeAnswer: ReadAnswer<"taxpayer-type", { readonly taxpayerType: TaxpayerType }> = (
  text,
  { ask, policy }
) => {
  const taxpayerType = parseChoice(text.taxpayerType, policy.verification.taxpayerTypes, "issue.taxpayer-type-missing")
  const rules =
    "value" in taxpayerType ? issuesOf(ask.verification, claimSoFar({ taxpayerType: taxpayerType.value })) : []
  const issues = issuesIn({ taxpayerType }, rules)
  return "issue" in taxpayerType || issues.length > 0 ? { issues } : { value: { taxpayerType: taxpayerType.value } }
}

/** The number is typed twice alike: to compare two texts is for the grammar, and no fact of a claim. @adr 0050 */
const idsDiffer: Issue = { field: "confirmId", messageId: "issue.ids-differ", rule: "R-05", params: {} }

/**
 * Reads ID type, number, number again and account type.
 *
 * **Details**
 *
 * Number and confirmation may both be left out where a number of this type was given before: it stays.
 * Issues are in the order of the fields.
 *
 * @rule R-05
 */
export const parseTaxpayerIdAnswer: ReadAnswer<
  "taxpayer-id",
  /** `id`: nine digits; null where the number given before stays. */
  { readonly idType: IdType; readonly id: string | null; readonly accountType: AccountType }
> = (text, known) => {
  const { answers, ask, policy } = known
  const idType = parseChoice(text.idType, idTypes, "issue.id-type-missing")
  const accountType = parseChoice(text.accountType, keysOf(policy.accountTypes), "issue.account-type-missing")
  const stays = text.id === undefined && text.confirmId === undefined && answers["taxpayer-id"]?.idType === text.idType
  const readNumber = (typed = "") =>
    stays ? { value: null } : parseTaxpayerIdentifier(typed, "value" in idType ? idType.value : null)
  const [id, confirmId] = [readNumber(text.id), readNumber(text.confirmId)]
  const { taxpayerType } = claimBefore(known)
  const claim = {
    ...(taxpayerType && { taxpayerType }),
    ...("value" in idType && { idType: idType.value }),
    ...("value" in accountType && { accountType: accountType.value }),
    ...("value" in id && id.value !== null && { id: id.value })
  }
  const rules = issuesOf(ask.verification, claimSoFar(claim))
  const isOfAccount = ({ field }: Issue) => field === "accountType"
  const differing = "value" in id && "value" in confirmId && id.value !== confirmId.value ? [idsDiffer] : []
  const issues = issuesIn({ idType, id, confirmId, accountType }, [
    ...rules.filter((issue) => !isOfAccount(issue)),
    ...differing,
    ...rules.filter(isOfAccount)
  ])
  return "issue" in idType || "issue" in accountType || "issue" in id || issues.length > 0
    ? { issues }
    : { value: { idType: idType.value, id: id.value, accountType: accountType.value } }
}
