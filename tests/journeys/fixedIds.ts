import { Layer } from "effect"
import { Ids } from "../../packages/server/src/secrets/Ids.ts"
import type { IdOf } from "../../packages/server/src/secrets/Ids.ts"

/** The ids of which the fixed code key makes 400533 and 213113, the codes of the walk-through. */
const codeIds = ["00000000-0000-4000-8000-00000000300c", "00000000-0000-4000-8000-00000006a89c"]

const kinds: ReadonlyArray<IdOf> = [
  "logon-request",
  "logon",
  "access-grant",
  "activation-code",
  "security-code",
  "two-step-method",
  "trusted-device",
  "verification-attempt",
  "decision",
  "notice",
  "message",
  "partner",
  "recovery-code",
  "not-me-code",
  "email-change",
  "recovery",
  "forgotten",
  "letter",
  "contest",
  "api-key"
]

/** Ids that count: the first logon request is `...0001-...000000000001`. The first two security codes are the seed's. */
export const fixedIds = () => {
  const made = new Map<IdOf, number>()
  return Layer.succeed(Ids, {
    make: (of) => {
      const count = (made.get(of) ?? 0) + 1
      made.set(of, count)
      const known = of === "security-code" ? codeIds[count - 1] : undefined
      const place = (kinds.indexOf(of) + 1).toString(16).padStart(4, "0")
      return known ?? `00000000-${place}-4000-9000-${count.toString(16).padStart(12, "0")}`
    }
  })
}
