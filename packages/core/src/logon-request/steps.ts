import { Effect, Redacted } from "effect"
import type { DateTime } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import type { CommonPasswords } from "../logon/CommonPasswords.ts"
import type { Logons } from "../logon/Logons.ts"
import type { HashingBusy, PasswordHasher } from "../logon/PasswordHasher.ts"
import type { ParsedAnswers } from "./answers/parseAnswer.ts"
import { chooseCredentials } from "./chooseCredentials.ts"
import { chooseProfile } from "./chooseProfile.ts"
import type { LogonRequestDraft } from "./LogonRequest.ts"
import type { FieldIssue } from "../logon/FieldIssue.ts"
import type { LogonRequestError } from "./LogonRequestError.ts"
import type { LogonRequests } from "./LogonRequests.ts"
import type { Said } from "./proveTaxpayer.ts"
import type { KeptAnswers } from "./stepShapes.ts"

/** The draft that is answered, the rules that it is pinned to, and when. */
export interface KeepAt {
  readonly draft: LogonRequestDraft
  readonly rules: RuleSetInForce
  readonly now: DateTime.Utc
}

/** What of an answer is kept, and what the person is advised to choose otherwise. */
export interface Kept<S extends AnsweredStepId> {
  readonly kept: KeptAnswers[S]
  readonly warnings: ReadonlyArray<FieldIssue>
}

/** What a step makes of its answer once `parseAnswer` has read it. */
export interface AnsweredStep<S extends AnsweredStepId> {
  readonly keep: (
    parsed: ParsedAnswers[S],
    at: KeepAt
  ) => Effect.Effect<
    Kept<S>,
    HashingBusy | LogonRequestError,
    CommonPasswords | LogonRequests | Logons | PasswordHasher
  >
  /** What it claims: an evidence step is held against what is on file, counted as an attempt, and its time tells no cause. */
  readonly claim?: (parsed: ParsedAnswers[S]) => Said
}

const keeps =
  <P, K>(kept: (parsed: P, at: KeepAt) => K) =>
  (parsed: P, at: KeepAt) =>
    Effect.succeed({ kept: kept(parsed, at), warnings: [] })

/** Each step that asks something. An amount and a letter ID are not kept: they are in the decision log, sealed. */
export const steps: { readonly [S in AnsweredStepId]: AnsweredStep<S> } = {
  "taxpayer-type": { keep: keeps(({ taxpayerType }) => ({ taxpayerType })) },
  "taxpayer-id": {
    keep: keeps(({ accountType, id, idType }, { draft }) => ({
      idType,
      id: id === null ? draft.answers["taxpayer-id"]!.id : Redacted.make(id),
      accountType
    }))
  },
  "verification-type": { keep: keeps(({ verificationType }) => ({ verificationType })) },
  "tax-amount": {
    keep: keeps(({ amountKind }) => ({ amountKind })),
    claim: ({ amount, amountKind }) => ({ kind: amountKind, amount, letterId: null })
  },
  "letter-id": {
    keep: keeps(() => ({})),
    claim: ({ letterId }) => ({ kind: "letterId", amount: null, letterId })
  },
  "line-item": {
    keep: keeps(() => ({})),
    claim: ({ amount }) => ({ kind: "lineItem", amount, letterId: null })
  },
  profile: { keep: (parsed, { draft, rules }) => chooseProfile(draft, parsed, rules) },
  logon: { keep: (parsed, { draft, rules }) => chooseCredentials(draft, parsed, rules) },
  "profile-access": { keep: keeps(({ taxProfessional }) => ({ taxProfessional })) },
  terms: { keep: keeps(({ termsVersion }, { now }) => ({ termsVersion, acceptedAt: now })) }
}
