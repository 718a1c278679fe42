import { DateTime, Effect, Redacted } from "effect"
import { SecondProofs } from "../../recovery/SecondProofs.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** What proves besides the secret answer: recovery codes, and passkeys that say `signs` and the challenge. */
export const memorySecondProofs = (house: House) => {
  const hasPasskey = (logonId: string) =>
    [...house.methods.values()].some((way) => way.logonId === logonId && way.kind === "passkey" && way.confirmed)
  return SecondProofs.of({
    has: (logonId) =>
      Effect.sync(
        () =>
          hasPasskey(logonId) || house.recoveryCodes.some((code) => code.logonId === logonId && code.state === "open")
      ),
    beginPasskey: ({ logonId, recoveryId }, _now, expiresAt) =>
      Effect.sync(() => {
        if (!hasPasskey(logonId)) return null
        const challenge = house.makeId("security-code")
        house.recoveryChallenges.set(logonId, { challenge, recoveryId, expiresAt })
        return { challenge }
      }),
    confirm: ({ logonId, recoveryId }, shown, now) =>
      Effect.sync(() => {
        if ("credential" in shown) {
          const open = house.recoveryChallenges.get(logonId)
          const isSigned = open?.recoveryId === recoveryId && shown.credential["signs"] === open.challenge
          if (open === undefined || !isSigned || !DateTime.isLessThan(now, open.expiresAt)) return false
          return house.recoveryChallenges.delete(logonId)
        }
        const at = house.recoveryCodes.findIndex(
          (each) => each.logonId === logonId && each.state === "open" && each.code === Redacted.value(shown.code)
        )
        const code = house.recoveryCodes[at]
        if (code !== undefined) house.recoveryCodes[at] = { ...code, state: "used" }
        return code !== undefined
      })
  })
}
