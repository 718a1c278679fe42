import type { PolicyInForce } from "../../decisions/PolicyInForce.ts"
import type { Questions } from "../../decisions/questions.ts"
import type { AskedOf } from "../../engine/RuleSet.ts"
import type { AnsweredStepId } from "../../journey/logonRequestJourney.ts"
import type { AccountType } from "../../taxpayer/AccountType.ts"
import type { IdType } from "../../taxpayer/IdType.ts"
import type { TaxpayerType } from "../../taxpayer/TaxpayerType.ts"
import type { AmountKind, Evidence } from "../../verification/claimKinds.ts"
import type { FieldIssue } from "../LogonRequestError.ts"
import type { AnswersView, AnswerText } from "../LogonRequestView.ts"

/** What the answers of each step are once they are read: plain values, in memory only while the step is decided. */
export interface ParsedAnswers {
  readonly "taxpayer-type": { readonly taxpayerType: TaxpayerType }
  /** `id`: nine digits; null where the number given before stays. */
  readonly "taxpayer-id": { readonly idType: IdType; readonly id: string | null; readonly accountType: AccountType }
  readonly "verification-type": { readonly verificationType: Evidence }
  /** Whole US cents. */
  readonly "tax-amount": { readonly amountKind: AmountKind; readonly amount: number }
  /** `L` and ten digits. */
  readonly "letter-id": { readonly letterId: string }
  readonly "line-item": { readonly amount: number }
  /** `pin`: four digits. `phoneNumber`, `pin`, `email`: null where the one given before stays. */
  readonly profile: {
    readonly name: string
    readonly phoneCountry: string
    readonly phoneType: "cell" | "home" | "work"
    readonly phoneNumber: string | null
    readonly pin: string | null
    readonly email: string | null
  }
  readonly logon: {
    readonly username: string
    readonly password: string
    readonly secretQuestion: string
    readonly secretAnswer: string
  }
  readonly "profile-access": { readonly taxProfessional: boolean }
  readonly terms: { readonly termsVersion: string }
}

/** What is known while an answer is read: the answers before it, and the rule set that the draft is pinned to. */
export interface Known {
  readonly answers: AnswersView
  readonly policy: PolicyInForce
  readonly ask: AskedOf<Questions>
}

/** The value, or all that is to be mended, at once. */
export type ParsedAnswer<S extends AnsweredStepId> =
  | { readonly value: ParsedAnswers[S] }
  | { readonly issues: ReadonlyArray<FieldIssue> }

/** Reads the texts of one step. */
export type ParseAnswer<S extends AnsweredStepId> = (text: AnswerText<S>, known: Known) => ParsedAnswer<S>
