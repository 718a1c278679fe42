import { Effect, Redacted } from "effect"
import { Passkeys } from "../../two-step/Passkeys.ts"
import { PhoneRanges } from "../../two-step/PhoneRanges.ts"
import { TextPlaces } from "../../two-step/TextPlaces.ts"

/** Passkeys that sign by saying the challenge: `{ signs: challenge }`. */
export const memoryPasskeys = Passkeys.of({
  options: ({ challengeId }) => Effect.succeed({ challenge: challengeId }),
  signed: ({ answered, challengeId, passkeys: [first] }) =>
    Effect.succeed(
      first === undefined || answered["signs"] !== challengeId
        ? null
        : { methodId: first.id, target: Redacted.make("passkey") }
    )
})

/** Every number is given out. */
export const memoryPhoneRanges = PhoneRanges.of({ isAssigned: () => true })

/** There is always a place. */
export const memoryTextPlaces = TextPlaces.of({ take: Effect.void })
