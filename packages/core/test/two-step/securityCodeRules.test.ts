import { describe, expect, test } from "vitest"
import { parseSecurityCode } from "../../src/two-step/parseSecurityCode.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const minute = 60_000
interface Change {
  readonly now?: number
  readonly failuresInARow?: number
  readonly lockedUntil?: number | null
  readonly equal?: boolean
  readonly failures?: number
  readonly state?: "open" | "confirmed" | "superseded"
}
const facts = ({ now = 0, failuresInARow = 0, lockedUntil = null, ...code }: Change) => ({
  secondStep: { failuresInARow, lockedUntil, now },
  securityCode: { equal: true, state: "open" as const, failures: 0, expiresAt: 10 * minute, ...code }
})
const saying = (change: Change) => {
  const { decision } = sandbox.ask.securityCode.evaluate(facts(change))
  return "rule" in decision ? `${decision._tag} by ${decision.rule.id}` : decision._tag
}

describe("D-14d, R-36, D-14b, D-14c, R-34a a security code", () => {
  test.each([
    { what: "right, open, in time", change: {}, says: "Accepted" },
    { what: "wrong", change: { equal: false }, says: "Refused by R-34a" },
    { what: "used", change: { state: "confirmed" }, says: "Refused by R-36" },
    { what: "not the newest", change: { state: "superseded" }, says: "Refused by R-36" },
    { what: "after four wrong tries", change: { failures: 4 }, says: "Accepted" },
    { what: "after five wrong tries", change: { failures: 5 }, says: "Refused by D-14b" },
    { what: "a millisecond before its end", change: { now: 10 * minute - 1 }, says: "Accepted" },
    { what: "at its end", change: { now: 10 * minute }, says: "Refused by D-14c" },
    { what: "after nine failures in a row", change: { failuresInARow: 9 }, says: "Accepted" },
    { what: "after ten failures in a row", change: { failuresInARow: 10 }, says: "Locked by D-14d" },
    { what: "while locked", change: { lockedUntil: 1 }, says: "Locked by D-14d" },
    { what: "when the lock ends", change: { lockedUntil: 1, now: 1, failuresInARow: 10 }, says: "Accepted" }
  ] as const)("$what: $says", ({ change, says }) => {
    expect(saying(change)).toBe(says)
  })
})

describe("D-14 a typed code is six digits", () => {
  test.each(["400533", "400 533", "#400-533", " 400533 "])("way $#", (typed) => {
    expect(parseSecurityCode(typed)).toEqual({ value: "400533" })
  })

  test.each([
    { typed: "", issue: "issue.security-code-missing" },
    { typed: "#", issue: "issue.security-code-missing" },
    { typed: "40053", issue: "issue.security-code-malformed" },
    { typed: "4005333", issue: "issue.security-code-malformed" },
    { typed: "40053x", issue: "issue.security-code-malformed" },
    { typed: "４００５３３", issue: "issue.security-code-malformed" }
  ])("$issue, row $#", ({ typed, issue }) => {
    expect(parseSecurityCode(typed)).toEqual({ issue })
  })
})

describe("R-34b, D-15a, D-15b, D-15c a trusted device", () => {
  const device = (change: object = {}) => ({
    trustedDevice: { sameLogon: true, revoked: false, replacedAt: null, now: 0, expiresAt: 100_000, ...change }
  })
  test.each([
    { what: "this logon's, in time", change: {}, says: "Accepted" },
    { what: "another logon's", change: { sameLogon: false }, says: "R-34b" },
    { what: "removed", change: { revoked: true }, says: "D-15a" },
    { what: "a millisecond before its end", change: { now: 99_999 }, says: "Accepted" },
    { what: "at its end", change: { now: 100_000 }, says: "D-15b" },
    { what: "with a token replaced a moment ago", change: { replacedAt: 0, now: 59_999 }, says: "Accepted" },
    { what: "with a token replaced a minute ago", change: { replacedAt: 0, now: 60_000 }, says: "D-15c" }
  ])("$what: $says", ({ change, says }) => {
    const { decision } = sandbox.ask.trustedDevice.evaluate(device(change))
    expect("rule" in decision ? decision.rule.id : decision._tag).toBe(says)
  })

  test("the strict rule set trusts none", () => {
    expect(strict.ask.trustedDevice.evaluate(device()).decision._tag).toBe("Refused")
  })
})
