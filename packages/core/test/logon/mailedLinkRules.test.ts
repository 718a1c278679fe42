import { describe, expect, test } from "vitest"
import { sandbox } from "../outcomeOf.ts"

const { ask } = sandbox
const open = { state: "open", now: 1_000, expiresAt: 2_000 } as const
const saying = (
  change: Partial<Omit<typeof open, "state" | "now">> & { state?: "used" | "superseded"; now?: number }
) => {
  const { decision } = ask.mailedLink.evaluate({ mailedLink: { ...open, ...change } })
  return "rule" in decision ? decision.rule.id : decision._tag
}

describe("D-47a, D-47b a link that was mailed", () => {
  test.each([
    { what: "in time", change: {}, says: "Accepted" },
    { what: "one millisecond before its end", change: { now: 1_999 }, says: "Accepted" },
    { what: "at its end", change: { now: 2_000 }, says: "D-47b" },
    { what: "used", change: { state: "used" }, says: "D-47a" },
    { what: "not the newest", change: { state: "superseded" }, says: "D-47a" }
  ] as const)("$what: $says", ({ change, says }) => {
    expect(saying(change)).toBe(says)
  })

  test("has one answer for every reason", () => {
    const words = ([{ state: "used" }, { state: "superseded" }, { now: 2_000 }] as const).map((change) => {
      const { decision } = ask.mailedLink.evaluate({ mailedLink: { ...open, ...change } })
      return "rule" in decision ? decision.rule.message : decision._tag
    })
    expect(new Set(words).size).toBe(1)
  })
})
