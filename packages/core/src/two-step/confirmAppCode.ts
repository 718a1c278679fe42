import { DateTime, Effect, Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon, LogonMethod } from "../logon/Logon.ts"
import { sessionIn } from "../logon/openSession.ts"
import { standingOf } from "./applySecondStep.ts"
import type { Challenge, DecidedSecondStep, SecondStepStanding, SecurityCodePurpose } from "./Challenge.ts"
import { confirmWith } from "./confirmWith.ts"
import { decideSecondStep, refuseSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { liveMethods, workingMethods } from "./methodsOf.ts"
import { parseSecurityCode } from "./parseSecurityCode.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

/** What an app's code is decided on. */
export interface TypedAppCodeFacts extends SecondStepStanding {
  /** The app that the code is of, or the first one asked; null: the logon has none. */
  readonly app: {
    readonly purpose: SecurityCodePurpose
    /** The step that the code is of, among those near now: one after the last used before any other; null: of none. */
    readonly step: number | null
    readonly lastStep: number | null
  } | null
}

/**
 * Whether what was typed is the app's code, now and for the first time, and what follows. Pure.
 *
 * @rule D-14
 */
export const decideAppCode = (
  facts: TypedAppCodeFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { app } = facts
  if (app === null) return refuseSecondStep({ _tag: "CodeRefused" })
  const { lastStep, purpose, step } = app
  const { decision } = rules.ask.appCode.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    appCode: { step, lastStep }
  })
  return decideSecondStep(decision, { by: "totp", purpose, trustDevice }, facts, challenge, rules, now)
}

/** The app whose code was typed, and at which step: one after its last before any other; the first app where it is of none. */
export const typedAppOf = (
  apps: ReadonlyArray<LogonMethod>,
  keys: Pick<Keys["Service"], "open" | "stepsOfCode">,
  typed: Redacted.Redacted,
  { stepSeconds, toleranceSteps }: TwoStepPolicy["twoStep"]["app"],
  now: DateTime.Utc
): { readonly app: LogonMethod; readonly step: number | null } | undefined => {
  const step = Math.floor(DateTime.toEpochMillis(now) / (stepSeconds * 1000))
  const near = Array.from({ length: 2 * toleranceSteps + 1 }, (_, at) => step - toleranceSteps + at)
  const found = apps.map((app) => {
    const steps = keys.stepsOfCode(keys.open(app.target), typed, near, stepSeconds)
    const fresh = steps.find((one) => app.lastTimeStep === null || one > app.lastTimeStep)
    return { app, step: fresh ?? steps[0] ?? null }
  })
  return found.find((each) => each.step !== null) ?? found[0]
}

/** A code of an app is used: none of its step, or of an earlier one, works after it. @rule D-14 */
export const useStep = (logon: Logon, methodId: string, lastTimeStep: number): Logon => ({
  ...logon,
  methods: changeSome(
    logon.methods,
    ({ id }) => id === methodId,
    (way) => ({ ...way, lastTimeStep })
  )
})

/** Confirms the code of an authentication app; a code works once, and none of an earlier step works after it. */
export const confirmAppCode = Effect.fn("confirmAppCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted,
  trustDevice: boolean,
  methodId: string | null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { app, code } = rules.policy.twoStep
  const parsed = parseSecurityCode(Redacted.value(typed), code.digits)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "code", messageId: parsed.issue } })
  }
  const typedCode = Redacted.make(parsed.value)
  return yield* confirmWith(challenge, rules, now, (logon, keys) => {
    const asked = methodId === null ? workingMethods(logon, "totp") : liveMethods(logon)
    const apps = asked.filter(({ id, kind }) => kind === "totp" && (methodId === null || id === methodId))
    const isOver = sessionIn(logon, challenge.sessionId) === undefined
    const found = isOver ? undefined : typedAppOf(apps, keys, typedCode, app, now)
    const facts: TypedAppCodeFacts = {
      ...standingOf(logon, keys, challenge, found?.app.id ?? null),
      app:
        found === undefined
          ? null
          : {
              purpose: found.app.confirmedAt === null ? "set-up" : "log-in",
              step: found.step,
              lastStep: found.app.lastTimeStep
            }
    }
    return {
      methodId: found?.app.id ?? null,
      decided: decideAppCode(facts, rules, trustDevice, challenge, now),
      use: (before, { confirmed }) =>
        confirmed && found !== undefined && found.step !== null ? useStep(before, found.app.id, found.step) : before
    }
  })
})
