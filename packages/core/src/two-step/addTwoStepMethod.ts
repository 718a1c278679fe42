import { DateTime, Effect, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import type { AppEnrollment } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import { methodsOf } from "./methodsOf.ts"
import { PhoneRanges } from "./PhoneRanges.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import type { Challenge } from "./Challenge.ts"
import { sendSecurityCode } from "./sendSecurityCode.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import type { TwoStepKind } from "../logon/Logon.ts"
import { isPhoneNumber } from "../contact/isPhoneNumber.ts"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import { parsePhoneNumber } from "../contact/parsePhoneNumber.ts"
import type { Parsed } from "../engine/Parsed.ts"

/**
 * Reads where to send security codes: an e-mail address, or a phone number as E.164.
 *
 * **Details**
 *
 * Text messages go only to North American numbers, so that no one can make the server send expensive ones. The sandbox accepts only
 * numbers that no one has.
 *
 * @rule R-32 @rule R-33 @rule D-22
 */
export const parseCodeTarget = (
  kind: "sms" | "email",
  typed: string,
  idRanges: "live" | "sandbox"
): Parsed<string, string> => {
  if (kind === "email") return parseEmailAddress(typed)
  const parsed = parsePhoneNumber(typed, "US")
  if ("issue" in parsed) return parsed
  return isPhoneNumber(parsed.value, idRanges) ? parsed : { issue: "issue.phone-malformed" }
}

/** A method that waits for confirmation, with what the person needs to confirm it. */
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
 * Adds a method that is not confirmed yet. Pure.
 *
 * **Details**
 *
 * It replaces an unconfirmed method of the same kind. If a code to that method is still on its way, it replaces the method when a
 * code to the new one is sent.
 */
export const addWay = (
  logon: Logon,
  keys: Keys["Service"],
  { kind, secret, target }: Pick<TwoStepMethod, "kind" | "target"> & { readonly secret?: Redacted.Redacted },
  now: DateTime.Utc
): { readonly logon: Logon; readonly method: TwoStepMethod } => {
  const id = keys.makeId("two-step-method")
  const isAwaited = (methodId: string) =>
    logon.codes.some((code) => code.methodId === methodId && code.state === "open")
  const methods = changeSome(
    logon.methods,
    (way) => way.kind === kind && way.confirmedAt === null && way.removedAt === null && !isAwaited(way.id),
    (way) => ({ ...way, removedAt: now })
  )
  const way = {
    id,
    kind,
    target: keys.seal("target", id, secret ?? Redacted.make(target ?? "")),
    targetDigest: target === null ? null : keys.digestOf(kind === "sms" ? "phone" : "email", target.toLowerCase()),
    lastTimeStep: null,
    createdAt: now,
    confirmedAt: null,
    removedAt: null
  }
  return { logon: { ...logon, methods: [...methods, way] }, method: { id, kind, target, confirmed: false } }
}

/**
 * Adds a method to get security codes. It works after one of its codes is confirmed.
 *
 * **Details**
 *
 * For e-mail and text message, it sends a code to the target, which can differ from the profile's. For an app, it returns a
 * new secret, once. For a passkey, it returns the options for the browser. After one method works, another one requires both
 * steps and a recent password.
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
  const keys = yield* Keys
  const logon = yield* findLogon(logonId, now)
  const methods = methodsOf(logon, keys)
  const others = methods.filter(({ confirmed }) => confirmed).length
  if (rules.ask.twoStepMethod.evaluate({ method: { kind, confirmed: false, others } }).decision._tag !== "Accepted") {
    return yield* new TwoStepError({ reason: { _tag: "KindNotOffered" } })
  }
  yield* allowAnother(challenge, methods, rules, now)
  const add = Effect.fnUntraced(function* (way: Parameters<typeof addWay>[2]) {
    return yield* (yield* Logons).change(logon, now, (found, keys) => {
      const added = addWay(found, keys, way, now)
      return { next: added.logon, events: [{ _tag: "TwoStepMethodAdded", kind }], answer: Result.succeed(added.method) }
    })
  })

  if (kind === "totp") {
    const app = keys.makeApp(logon.username)
    const method = yield* add({ kind, target: null, secret: app.secret })
    return { method, app } satisfies AddedTwoStepMethod
  }
  if (kind === "passkey") {
    const method = yield* add({ kind, target: null })
    const passkeyOptions = yield* sendSecurityCode(challenge, method.id)
    const waiting: AddedTwoStepMethod = { method, ...(passkeyOptions && { passkeyOptions }) }
    return waiting
  }
  const target = yield* targetOf(kind, typed, rules, yield* PhoneRanges)
  const method = yield* add({ kind, target })
  yield* sendSecurityCode(challenge, method.id)
  return { method } satisfies AddedTwoStepMethod
})
