import { describe, expect, test } from "vitest"
import { withPolicy } from "../../src/rule-sets/withPolicy.ts"
import { sandbox } from "../outcomeOf.ts"

const facts = (change: object = {}) => ({
  activationCode: { equal: true, state: "open" as const, now: 1_000, expiresAt: 2_000, ...change }
})
const saying = (change: object, { ask } = sandbox) => {
  const { decision } = ask.activationCode.evaluate(facts(change))
  return "rule" in decision ? `${decision.rule.id} ${decision.rule.message}` : decision._tag
}

describe("R-30b, R-29, D-13 the code of the activation link", () => {
  test.each([
    { what: "in time", change: {}, says: "Accepted" },
    { what: "one millisecond before its end", change: { now: 1_999 }, says: "Accepted" },
    { what: "at its end", change: { now: 2_000 }, says: "D-13 issue.activation-expired" },
    { what: "none", change: { equal: false }, says: "R-30b issue.activation-missing" },
    { what: "used", change: { state: "used" }, says: "R-29 issue.activation-superseded" },
    { what: "not the newest", change: { state: "superseded" }, says: "R-29 issue.activation-superseded" }
  ])("$what: $says", ({ change, says }) => {
    expect(saying(change)).toBe(says)
  })

  test("where the policy asks for none, the password is enough", () => {
    const open = withPolicy(sandbox, (policy) => ({
      ...policy,
      logon: { ...policy.logon, activation: { ...policy.logon.activation, requireActivation: false } }
    }))
    expect(saying({ equal: false }, open)).toBe("Accepted")
  })
})
