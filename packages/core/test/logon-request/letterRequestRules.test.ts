import { describe, expect, test } from "vitest"
import { explainToTaxpayer } from "../../src/engine/explain.ts"
import { sandbox } from "../outcomeOf.ts"

const { letterRequest } = sandbox.ask
const day = 86_400_000
const now = 100 * day
const saying = (onFile: boolean, newestMailedAt: number | null) => {
  const { decision } = letterRequest.evaluate({ letterRequest: { onFile, newestMailedAt, now } })
  return "rule" in decision ? decision.rule.id : decision._tag
}

describe("D-07c, D-07d a letter that somebody asked for", () => {
  test.each([
    { what: "on file, never mailed", onFile: true, newestMailedAt: null, says: "Accepted" },
    { what: "not on file", onFile: false, newestMailedAt: null, says: "D-07c" },
    {
      what: "the newest is 14 days old to the millisecond",
      onFile: true,
      newestMailedAt: now - 14 * day,
      says: "Accepted"
    },
    { what: "the newest is one millisecond younger", onFile: true, newestMailedAt: now - 14 * day + 1, says: "D-07d" },
    { what: "the newest is of today", onFile: true, newestMailedAt: now, says: "D-07d" }
  ])("$what: $says", ({ newestMailedAt, onFile, says }) => {
    expect(saying(onFile, newestMailedAt)).toBe(says)
  })

  test("every no has the words of a yes", () => {
    const words = [
      { onFile: false, newestMailedAt: null, now },
      { onFile: true, newestMailedAt: now, now }
    ].map((facts) => explainToTaxpayer(letterRequest, { letterRequest: facts }))
    expect(words[0]).toEqual(words[1])
    expect(words[0]?.[0]?.message).toBe("letter-request.if-we-can")
  })
})
