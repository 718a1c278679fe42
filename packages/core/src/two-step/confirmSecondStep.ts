import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { findLogon } from "../logon/findLogon.ts"
import { challengeIn } from "./challengeIn.ts"
import { confirmAppCode } from "./confirmAppCode.ts"
import { confirmPasskey } from "./confirmPasskey.ts"
import { confirmRecoveryCode } from "./confirmRecoveryCode.ts"
import { confirmSecurityCode } from "./confirmSecurityCode.ts"
import { liveMethods, workingMethods } from "./methodsOf.ts"
import type { PasskeyAnswer } from "./Passkeys.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** What a person shows as the second step: wherever a code is typed, the others may stand in its place. */
export type SecondStepProof =
  | { readonly code: Redacted.Redacted }
  | { readonly recoveryCode: Redacted.Redacted }
  | { readonly credential: PasskeyAnswer }

/**
 * Confirms the second step with a code, a recovery code or a passkey.
 *
 * **Details**
 *
 * `methodId` names the method of a code. Without it, the code is compared with the one that was sent to this session, or, if none
 * was sent, with the app's. `setsUp`: the method is new. A method that already works is refused first, so that a setup cannot
 * replace the second step.
 *
 * @rule R-34 @rule D-49
 */
export const confirmSecondStep = Effect.fn("confirmSecondStep")(function* (
  challenge: Challenge,
  proof: SecondStepProof,
  {
    methodId,
    setsUp = false,
    trustDevice
  }: { readonly methodId: string | null; readonly trustDevice: boolean; readonly setsUp?: boolean }
) {
  if ("recoveryCode" in proof) return yield* confirmRecoveryCode(challenge, proof.recoveryCode)
  const logon = yield* findLogon(challenge.logonId, yield* DateTime.now)
  const way = liveMethods(logon).find(({ id }) => id === methodId)
  if (methodId !== null && way === undefined) {
    return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
  }
  if (setsUp && way !== undefined && way.confirmedAt !== null) {
    return yield* new TwoStepError({ reason: { _tag: "AlreadyConfirmed" } })
  }
  if ("credential" in proof) return yield* confirmPasskey(challenge, proof.credential, trustDevice, methodId)
  const isAwaited = challengeIn(logon, challenge, "code", null)?.state === "open"
  const isApp = way === undefined ? workingMethods(logon, "totp").length > 0 && !isAwaited : way.kind === "totp"
  return isApp
    ? yield* confirmAppCode(challenge, proof.code, trustDevice, methodId)
    : yield* confirmSecurityCode(challenge, proof.code, trustDevice, methodId)
})
