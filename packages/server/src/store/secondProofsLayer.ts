import { SecondProofs } from "@mtc-logon/core/recovery"
import { Effect, Layer } from "effect"

/** A house whose logons have no proof but the secret question. */
export const secondProofsLayer = Layer.succeed(SecondProofs, {
  has: () => Effect.succeed(false),
  confirm: () => Effect.succeed(false)
})
