import { describe, expect, test } from "vitest"
import type { RecoveryFacts } from "../../src/recovery/recoveryFacts.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const mailedLink = { state: "open", now: 1_000, expiresAt: 2_000 } as const
const right: RecoveryFacts["recovery"] = { status: "active", wrongAnswers: 0, wrongAnswersInWindow: 0, proved: true }
const saying = (change: Partial<RecoveryFacts["recovery"]>, { ask } = sandbox) => {
  const { decision } = ask.recovery.evaluate({ mailedLink, recovery: { ...right, ...change } })
  return "rule" in decision ? `${decision._tag} by ${decision.rule.id}` : decision._tag
}

describe("D-47c, D-47d, D-47e, D-47f whoever holds the link of a forgotten password", () => {
  test.each<{ what: string; change: Partial<RecoveryFacts["recovery"]>; says: string }>([
    { what: "the right proof", change: {}, says: "Accepted" },
    { what: "no proof", change: { proved: false }, says: "Refused by D-47f" },
    {
      what: "the right proof after two wrong answers",
      change: { wrongAnswers: 2, wrongAnswersInWindow: 2 },
      says: "Accepted"
    },
    {
      what: "the right proof after three",
      change: { wrongAnswers: 3, wrongAnswersInWindow: 3 },
      says: "Refused by D-47e"
    },
    { what: "a new link after four in a day", change: { wrongAnswersInWindow: 4 }, says: "Accepted" },
    { what: "a new link after five in a day", change: { wrongAnswersInWindow: 5 }, says: "Locked by D-47c" },
    { what: "a logon that waits for its first log-in", change: { status: "approved" }, says: "Refused by D-47d" },
    { what: "a logon that is closed", change: { status: "frozen" }, says: "Refused by D-47d" },
    { what: "a logon that is gone", change: { status: "expired" }, says: "Refused by D-47d" }
  ])("$what: $says", ({ change, says }) => {
    expect(saying(change)).toBe(says)
  })

  test("the strict rule set asks the same, with a shorter link", () => {
    expect(saying({ proved: false }, strict)).toBe("Refused by D-47f")
    expect([sandbox.policy.recovery.linkMinutes, strict.policy.recovery.linkMinutes]).toEqual([30, 10])
  })
})
