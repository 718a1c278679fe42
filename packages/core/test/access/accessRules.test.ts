import { describe, expect, test } from "vitest"
import type { Hold } from "../../src/taxpayer/TaxpayerRecords.ts"
import { explainToTaxpayer } from "../../src/engine/explain.ts"
import { issuesOf } from "../../src/engine/issuesOf.ts"
import { sandbox } from "../outcomeOf.ts"

const { processing, role, terms } = sandbox.ask
const { version } = sandbox.policy.terms

describe("R-24a, R-24b the terms", () => {
  test.each([
    { termsAccepted: true, termsVersion: version, fails: [] },
    { termsAccepted: false, termsVersion: version, fails: ["R-24a accepted"] },
    { termsAccepted: true, termsVersion: "2019-01-01", fails: ["R-24b termsVersion"] }
  ])("accepted $termsAccepted, version $termsVersion: fails $fails", ({ fails, ...access }) => {
    expect(issuesOf(terms, { access }).map(({ field, rule }) => `${rule} ${field}`)).toEqual(fails)
  })
})

describe("R-20 the role follows from whether a Master Administrator exists", () => {
  const grantOf = (masterExists: boolean, taxProfessional = false) => {
    const { decision } = role.evaluate({ access: { masterExists, accountType: "meals", taxProfessional } })
    return decision._tag === "Accepted" ? decision.grant : decision._tag
  }
  test("none exists: Master Administrator of all", () => {
    expect(grantOf(false)).toEqual({ role: "MasterAdministrator", scope: "all" })
  })

  test("one exists: Tax Administrator of the verified account", () => {
    expect(grantOf(true)).toEqual({ role: "TaxAdministrator", scope: "meals" })
  })

  test("R-21 a role names no other person", () => {
    expect(Object.keys(grantOf(true))).toEqual(["role", "scope"])
  })

  test("R-23 being a tax professional changes no scope", () => {
    expect([grantOf(true, true), grantOf(false, true)]).toEqual([grantOf(true), grantOf(false)])
  })

  test("while it is not known whether one exists, no role is told", () => {
    expect(role.evaluate({ access: { accountType: "meals" } }).decision._tag).toBe("NeedsFacts")
  })
})

describe("D-35, D-12 processing", () => {
  const says = (holds: ReadonlyArray<Hold>, accountClosed: boolean) => {
    const { decision } = processing.evaluate({ request: { holds, accountClosed } })
    return "rule" in decision ? `${decision._tag} by ${decision.rule.id}` : decision._tag
  }

  test("R-28 a request that nothing stands against is approved", () => {
    expect(says([], false)).toBe("Accepted")
  })

  test.each<{ hold: Hold }>([
    { hold: "identity-theft" },
    { hold: "deceased" },
    { hold: "legal" },
    { hold: "registration-lock" }
  ])("a hold for $hold refers it, whatever the account", ({ hold }) => {
    expect(says([hold], false)).toBe("Referred by D-35")
    expect(says([hold], true)).toBe("Referred by D-35")
  })

  test("a closed account denies it", () => {
    expect(says([], true)).toBe("Refused by D-12")
  })

  test("every reason has the same words", () => {
    const words = [{ holds: ["deceased"], accountClosed: false } as const, { holds: [], accountClosed: true }].map(
      (request) => explainToTaxpayer(processing, { request })
    )
    expect(words[0]).toEqual(words[1])
    expect(words[0]).toEqual([{ message: "decision.not-finished-online", params: {}, remedies: ["remedy.call"] }])
  })
})
