import { Effect } from "effect"
import type { Redacted } from "effect"
import { confirmAppCode } from "./confirmAppCode.ts"
import { confirmPasskey } from "./confirmPasskey.ts"
import { confirmRecoveryCode } from "./confirmRecoveryCode.ts"
import { confirmSecurityCode } from "./confirmSecurityCode.ts"
import type { PasskeyAnswer } from "./Passkeys.ts"
import type { Challenge } from "./Challenge.ts"
import { SecurityCodes } from "./SecurityCodes.ts"
import { TwoStepError } from "./TwoStepError.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"

/** What a person shows as the second step: wherever a code is typed, the others may stand in its place. */
export type SecondStepProof =
  | { readonly code: Redacted.Redacted }
  | { readonly recoveryCode: Redacted.Redacted }
  | { readonly credential: PasskeyAnswer }

/**
 * Confirms whatever was shown as the second step.
 *
 * **Details**
 *
 * `methodId` says which way a code is of. Without it, it is of the code that was sent to this session, and where none waits
 * of the app. `setsUp`: the way is new, and one that works already is refused before anything is looked at: a set-up is no
 * second door to the second step.
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
  const methods = yield* (yield* TwoStepMethods).list(challenge.logonId)
  if (methodId !== null && methods.every(({ id }) => id !== methodId)) {
    return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
  }
  if (setsUp && methods.some(({ confirmed, id }) => id === methodId && confirmed)) {
    return yield* new TwoStepError({ reason: { _tag: "AlreadyConfirmed" } })
  }
  if ("credential" in proof) return yield* confirmPasskey(challenge, proof.credential, trustDevice, methodId)
  const isApp =
    methodId === null
      ? methods.some(({ confirmed, kind }) => kind === "totp" && confirmed) &&
        !(yield* (yield* SecurityCodes).isAwaited(challenge))
      : methods.some(({ id, kind }) => id === methodId && kind === "totp")
  return isApp
    ? yield* confirmAppCode(challenge, proof.code, trustDevice, methodId)
    : yield* confirmSecurityCode(challenge, proof.code, trustDevice, methodId)
})
