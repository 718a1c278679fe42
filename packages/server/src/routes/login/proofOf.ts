import type { BodyOf, Calls } from "@mtc-logon/core/contract"
import type { SecondStepProof } from "@mtc-logon/core/two-step"
import { Effect } from "effect"
import { HttpError } from "../../http/HttpError.ts"

type Confirmed = BodyOf<Calls["POST /v1/sessions/current/security-codes/confirm"], "Type">

/** The one thing of a body that is shown as a second step; none, or more than one, is malformed. */
export const proofOf = ({
  code,
  credential,
  recoveryCode
}: Pick<Confirmed, "code" | "credential" | "recoveryCode">): Effect.Effect<SecondStepProof, HttpError> => {
  const proofs: ReadonlyArray<SecondStepProof> = [
    ...(code === undefined ? [] : [{ code }]),
    ...(recoveryCode === undefined ? [] : [{ recoveryCode }]),
    ...(credential === undefined ? [] : [{ credential: { ...credential } }])
  ]
  const [proof, ...more] = proofs
  return proof === undefined || more.length > 0
    ? Effect.fail(new HttpError({ reason: { _tag: "Malformed", paths: ["code"] } }))
    : Effect.succeed(proof)
}
