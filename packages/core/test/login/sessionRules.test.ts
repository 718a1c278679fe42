import { describe, expect, test } from "vitest"
import { mtc2020 } from "../../src/rule-sets/massachusetts/mtc2020.ts"
import { sandbox } from "../outcomeOf.ts"

const minute = 60_000
const said = ({
  decision
}: {
  readonly decision: { readonly _tag: string } | { readonly rule: { readonly id: string } }
}) => ("rule" in decision ? decision.rule.id : "_tag" in decision ? decision._tag : "")

describe("D-48a, D-48b, D-48c a session", () => {
  const session = (change: object = {}) =>
    said(
      sandbox.ask.session.evaluate({
        session: { ended: false, now: 0, lastSeenAt: 0, expiresAt: 720 * minute, ...change }
      })
    )
  test.each([
    { what: "just opened", outcome: session(), says: "Accepted" },
    { what: "a millisecond before its idle end", outcome: session({ now: 15 * minute - 1 }), says: "Accepted" },
    { what: "at its idle end", outcome: session({ now: 15 * minute }), says: "D-48b" },
    {
      what: "a millisecond before its end",
      outcome: session({ now: 720 * minute - 1, lastSeenAt: 719 * minute }),
      says: "Accepted"
    },
    { what: "at its end", outcome: session({ now: 720 * minute, lastSeenAt: 719 * minute }), says: "D-48c" },
    { what: "ended", outcome: session({ ended: true }), says: "D-48a" }
  ])("$what: $says", ({ outcome, says }) => {
    expect(outcome).toBe(says)
  })
})

describe("D-48d the password typed again", () => {
  test.each([
    { now: 20 * minute - 1, says: "Accepted" },
    { now: 20 * minute, says: "D-48d" }
  ])("after $now ms: $says", ({ now, says }) => {
    expect(said(sandbox.ask.passwordAgain.evaluate({ session: { now, passwordAt: 0 } }))).toBe(says)
  })
})

describe("D-48e a password after wrong tries from everywhere", () => {
  test.each([
    { failuresInARow: 99, trusted: false, byCode: false, says: "Accepted" },
    { failuresInARow: 100, trusted: false, byCode: false, says: "D-48e" },
    { failuresInARow: 100, trusted: true, byCode: false, says: "Accepted" },
    { failuresInARow: 100, trusted: false, byCode: true, says: "Accepted" }
  ])("$failuresInARow failures, trusted $trusted, with the activation code $byCode: $says", (row) => {
    const logIn = {
      failuresInARow: row.failuresInARow,
      fromTrustedDevice: row.trusted,
      byActivationCode: row.byCode
    }
    expect(said(sandbox.ask.logInTries.evaluate({ logIn }))).toBe(row.says)
  })
})

test("the numbers of a session are within the standard", () => {
  const { logIn, session } = mtc2020.policy
  expect(session.idleMinutes).toBeLessThanOrEqual(60)
  expect(session.totalHours).toBeLessThanOrEqual(24)
  expect(session.warnSeconds).toBeGreaterThanOrEqual(20)
  expect(logIn.maxFailuresInARow).toBeLessThanOrEqual(100)
})
