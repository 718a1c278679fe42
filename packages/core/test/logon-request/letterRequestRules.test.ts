import { describe, expect, test } from "vitest"
import { explainToTaxpayer } from "../../src/engine/explain.ts"
import { sandbox } from "../outcomeOf.ts"

const { letterRequest } = sandbox.ask
const day = 86_400_000
const now = 100 * day
const saying = (onFile: boolean, unusedMailedAt: number | null, mailedInWindow: number) => {
  const { decision } = letterRequest.evaluate({ letterRequest: { onFile, unusedMailedAt, mailedInWindow, now } })
  return "rule" in decision ? decision.rule.id : decision._tag
}

describe("D-07c, D-07d, D-62b a letter that somebody asked for", () => {
  test.each([
    { what: "on file, never mailed", onFile: true, unusedMailedAt: null, says: "Accepted" },
    { what: "not on file", onFile: false, unusedMailedAt: null, says: "D-07c" },
    {
      what: "the newest is 14 days old to the millisecond",
      onFile: true,
      unusedMailedAt: now - 14 * day,
      says: "Accepted"
    },
    { what: "the newest is one millisecond younger", onFile: true, unusedMailedAt: now - 14 * day + 1, says: "D-07d" },
    { what: "the newest is of today", onFile: true, unusedMailedAt: now, says: "D-07d" },
    { what: "the newest is of today and used", onFile: true, unusedMailedAt: null, mailed: 1, says: "Accepted" },
    { what: "two in 90 days, all used", onFile: true, unusedMailedAt: null, mailed: 2, says: "Accepted" },
    { what: "three in 90 days, all used", onFile: true, unusedMailedAt: null, mailed: 3, says: "D-62b" }
  ])("$what: $says", ({ mailed = 0, onFile, says, unusedMailedAt }) => {
    expect(saying(onFile, unusedMailedAt, mailed)).toBe(says)
  })

  test("every no has the words of a yes", () => {
    const words = [
      { onFile: false, unusedMailedAt: null, mailedInWindow: 0, now },
      { onFile: true, unusedMailedAt: now, mailedInWindow: 3, now }
    ].map((facts) => explainToTaxpayer(letterRequest, { letterRequest: facts }))
    expect(words[0]).toEqual(words[1])
    expect(words[0]?.[0]?.message).toBe("letter-request.if-we-can")
  })
})
