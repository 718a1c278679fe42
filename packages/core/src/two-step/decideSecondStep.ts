import { DateTime, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { Decision } from "../engine/ask.ts"
import type { Challenge, DecidedSecondStep, SecondStepStanding, SecurityCodePurpose } from "./Challenge.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "../logon/LogonEvent.ts"
import { undoOf } from "./undoOf.ts"
import type { TwoStepKind } from "../logon/Logon.ts"

/** What confirms, or does not. */
export interface SecondStepAsked {
  readonly by: TwoStepKind | "recovery-code"
  readonly purpose: SecurityCodePurpose
  /** The person ticked "Trust this device". */
  readonly trustDevice: boolean
}

/** Nothing is stored: there is nothing that it could be the answer to. */
export const refuseSecondStep = (reason: TwoStepReason): DecidedSecondStep => ({
  next: "unchanged",
  events: [],
  answer: Result.fail(reason)
})

/**
 * What follows from the answer of a way's own question. Pure.
 *
 * **Details**
 *
 * Confirmed: failures are forgotten, the session rises, the first log-in is over where it was one (D-13), terms that are new stand before everything else (D-44), the browser
 * is trusted where that was asked on the screen of a log-in and not with a recovery code, a browser that is not known
 * is told of, and a way that was added ends the other sessions and devices. Not confirmed: one failure more, and a lock at
 * the limit.
 *
 * **Gotchas**
 *
 * Once a way works, the password alone confirms no other, whenever it was begun: else whoever has the password could bring
 * their own. With the first way, all else that was begun is gone.
 *
 * A locked logon is not told whether it was right, and the try is not counted. Failures in a row are counted over all ways:
 * a new code, or another way, resets nothing.
 *
 * @rule D-14 @rule D-49
 */
export const decideSecondStep = (
  decision: Decision<"confirmed">,
  { by, purpose, trustDevice }: SecondStepAsked,
  { failuresInARow, lockedUntil, notMeId, ofDeadLink, othersWork, status, termsVersion }: SecondStepStanding,
  { browser, level }: Pick<Challenge, "browser" | "level">,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { maxFailuresInARow, lockMinutes } = policy.twoStep.code
  if (status !== "approved" && status !== "active") return refuseSecondStep({ _tag: "CodeRefused" })
  if (status === "approved" && ofDeadLink) return refuseSecondStep({ _tag: "CodeRefused" })
  if (purpose === "set-up" && othersWork && level === "password") return refuseSecondStep({ _tag: "SecondStepFirst" })
  switch (decision._tag) {
    case "Accepted": {
      const { trustedDevice } = policy.twoStep
      const logsIn = purpose === "log-in" && level === "password"
      const trusts = trustDevice && logsIn && by !== "recovery-code" && trustedDevice !== "off"
      const activates = status === "approved"
      const adds = purpose === "set-up" && othersWork
      const terms = ask.terms.evaluate({ access: { termsAccepted: true, termsVersion } })
      const events: ReadonlyArray<TwoStepEvent> = [
        by === "recovery-code" ? { _tag: "RecoveryCodeUsed" } : { _tag: "SecurityCodeConfirmed", kind: by },
        ...(activates ? [{ _tag: "LogonActivated" } as const] : []),
        ...(purpose === "set-up" && by !== "recovery-code"
          ? [{ _tag: "TwoStepMethodConfirmed", kind: by } as const]
          : []),
        ...(adds && by !== "recovery-code"
          ? [{ _tag: "TwoStepChanged", kind: by, change: "added", notMeId } as const, { _tag: "OthersEnded" } as const]
          : []),
        ...(trusts ? [{ _tag: "DeviceTrusted" } as const] : []),
        ...(logsIn && !browser.isKnown ? [{ _tag: "NewDeviceUsed", ...browser.name } as const] : [])
      ]
      return {
        next: {
          failuresInARow: 0,
          lockedUntil: null,
          confirmed: true,
          termsPending: level === "password" && terms.decision._tag !== "Accepted",
          trustDeviceUntil: trusts ? DateTime.add(now, { days: trustedDevice.lifetimeDays }) : null,
          activates,
          endsPending: purpose === "set-up" && !othersWork,
          endsOthers: adds,
          undo: adds ? undoOf(notMeId, policy, now) : null
        },
        events,
        answer: Result.succeed(undefined)
      }
    }
    case "Locked":
      return refuseSecondStep({
        _tag: "CodeLocked",
        retryAt: lockedUntil ?? DateTime.add(now, { minutes: lockMinutes })
      })
    case "Refused":
    case "Referred":
    case "NeedsFacts": {
      const inARow = failuresInARow + 1
      const locks = inARow >= maxFailuresInARow
      return {
        next: {
          failuresInARow: locks ? 0 : inARow,
          lockedUntil: locks ? DateTime.add(now, { minutes: lockMinutes }) : null,
          confirmed: false,
          termsPending: false,
          trustDeviceUntil: null,
          activates: false,
          endsPending: false,
          endsOthers: false,
          undo: null
        },
        events: [{ _tag: "SecurityCodeMissed", failures: inARow }],
        answer: Result.fail({ _tag: "CodeRefused" })
      }
    }
  }
}

/** The facts that every way's question shares. */
export const secondStepFactsOf = (
  { failuresInARow, lockedUntil }: Pick<SecondStepStanding, "failuresInARow" | "lockedUntil">,
  now: DateTime.Utc
) => ({
  failuresInARow,
  lockedUntil: lockedUntil === null ? null : DateTime.toEpochMillis(lockedUntil),
  now: DateTime.toEpochMillis(now)
})
