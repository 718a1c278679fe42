import { describe, expect, test } from "vitest"
import { decideNotMe } from "../../src/access/notMeRules.ts"
import type { NotMeFacts } from "../../src/access/notMeRules.ts"

describe("D-60 what a 'this was not me' may do", () => {
  const about = (named: NotMeFacts["named"], letterStands = named === "letter") => ({ named, letterStands })
  test.each<
    { channel: NotMeFacts["channel"]; receiver?: NotMeFacts["receiver"]; says: string } & ReturnType<typeof about>
  >([
    { channel: "post", ...about("amount"), says: "freeze" },
    { channel: "post", ...about("amount", true), says: "freeze" },
    { channel: "post", ...about("letter"), says: "contest" },
    { channel: "former-post", ...about("amount"), says: "staff-contest" },
    { channel: "former-post", ...about("letter"), says: "staff-contest" },
    { channel: "e-message", receiver: "amount", ...about("amount"), says: "contest" },
    { channel: "e-message", receiver: "amount", ...about("letter"), says: "record" },
    { channel: "e-message", receiver: "amount", ...about("amount", true), says: "record" },
    { channel: "e-message", receiver: "letter", ...about("amount", true), says: "freeze" },
    { channel: "e-message", receiver: "letter", ...about("letter"), says: "record" },
    { channel: "e-message", receiver: "gone", ...about("amount"), says: "record" },
    { channel: "email", ...about("amount"), says: "contest" },
    { channel: "email", ...about("letter"), says: "record" },
    { channel: "email", receiver: "letter", ...about("amount", true), says: "freeze" },
    { channel: "form", ...about("amount"), says: "contest" },
    { channel: "form", ...about("amount", true), says: "record" },
    { channel: "form", ...about("letter"), says: "record" },
    { channel: "form", ...about("letter", false), says: "record" },
    { channel: "post", ...about(null), says: "record" }
  ])(
    "by $channel to $receiver, about $named, a letter there: $letterStands: $says",
    ({ receiver = null, says, ...facts }) => {
      expect(decideNotMe({ ...facts, receiver })).toBe(says)
    }
  )
})
