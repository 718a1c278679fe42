import { DateTime, Effect } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { AppCodes } from "./AppCodes.ts"
import type { AppEnrollment } from "./AppCodes.ts"
import { parseCodeTarget } from "./parseCodeTarget.ts"
import { PhoneRanges } from "./PhoneRanges.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import type { Challenge } from "./Challenge.ts"
import { sendSecurityCode } from "./sendSecurityCode.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"
import type { TwoStepKind } from "./TwoStepPolicy.ts"

/** A way that waits to be confirmed, with what the person needs for it. */
export interface AddedTwoStepMethod {
  readonly method: TwoStepMethod
  readonly app?: AppEnrollment
  /** What a browser is asked to make a passkey with. */
  readonly passkeyOptions?: Readonly<Record<string, unknown>>
}

/** Whether another way may be added now: the first one after the password alone, any further with both steps and the password again. */
const allowAnother = Effect.fnUntraced(function* (
  challenge: Challenge,
  methods: ReadonlyArray<TwoStepMethod>,
  rules: RuleSetInForce,
  now: DateTime.Utc
) {
  if (methods.every(({ confirmed }) => !confirmed)) return
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
})

const targetOf = Effect.fnUntraced(function* (
  kind: "sms" | "email",
  typed: string,
  { policy }: RuleSetInForce,
  phoneRanges: PhoneRanges["Service"]
) {
  const parsed = parseCodeTarget(kind, typed, policy.idRanges)
  const messageId =
    "issue" in parsed
      ? parsed.issue
      : kind === "sms" && policy.idRanges === "live" && !phoneRanges.isAssigned(parsed.value)
        ? "issue.phone-malformed"
        : null
  if (messageId !== null) return yield* new TwoStepError({ reason: { _tag: "Issue", path: "target", messageId } })
  return "value" in parsed ? parsed.value : ""
})

/**
 * Adds a way to get security codes; it works once a code of it is confirmed.
 *
 * **Details**
 *
 * E-mail and text message: a code is sent to the target, which need not be the profile's. App: a new secret, told
 * once. Passkey: what the browser is asked. Once a way works, another one takes both steps and a recent password.
 *
 * @rule R-31 @rule D-14 @rule D-49
 */
export const addTwoStepMethod = Effect.fn("addTwoStepMethod")(function* (
  challenge: Challenge,
  kind: TwoStepKind,
  typed: string
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { logonId } = challenge
  const twoStepMethods = yield* TwoStepMethods
  const methods = yield* twoStepMethods.list(logonId)
  const others = methods.filter(({ confirmed }) => confirmed).length
  if (rules.ask.twoStepMethod.evaluate({ method: { kind, confirmed: false, others } }).decision._tag !== "Accepted") {
    return yield* new TwoStepError({ reason: { _tag: "KindNotOffered" } })
  }
  yield* allowAnother(challenge, methods, rules, now)
  const added = [{ _tag: "TwoStepMethodAdded", kind }] as const

  if (kind === "totp") {
    const app = yield* (yield* AppCodes).enroll(logonId)
    const method = yield* twoStepMethods.add(logonId, { kind, target: null, secret: app.secret }, now, added)
    return { method, app } satisfies AddedTwoStepMethod
  }
  if (kind === "passkey") {
    const method = yield* twoStepMethods.add(logonId, { kind, target: null }, now, added)
    const passkeyOptions = yield* sendSecurityCode(challenge, method.id)
    const waiting: AddedTwoStepMethod = { method, ...(passkeyOptions && { passkeyOptions }) }
    return waiting
  }
  const target = yield* targetOf(kind, typed, rules, yield* PhoneRanges)
  const method = yield* twoStepMethods.add(logonId, { kind, target }, now, added)
  yield* sendSecurityCode(challenge, method.id)
  return { method } satisfies AddedTwoStepMethod
})
