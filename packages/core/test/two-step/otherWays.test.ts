import { describe, expect, test } from "vitest"
import { warningsOf } from "../../src/engine/issuesOf.ts"
import { explainToTaxpayer } from "../../src/engine/explain.ts"
import { formatRecoveryCode } from "../../src/two-step/parseRecoveryCode.ts"
import { parseCodeTarget } from "../../src/two-step/addTwoStepMethod.ts"
import { parseDeviceName } from "../../src/two-step/parseDeviceName.ts"
import { parseRecoveryCode } from "../../src/two-step/parseRecoveryCode.ts"
import type { TwoStepKind } from "../../src/logon/Logon.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const secondStep = (change: object = {}) => ({ failuresInARow: 0, lockedUntil: null, now: 30_000 * 1000, ...change })
const said = ({
  decision
}: {
  readonly decision: { readonly _tag: string } | { readonly rule: { readonly id: string } }
}) => ("rule" in decision ? decision.rule.id : "_tag" in decision ? decision._tag : "")

describe("D-14d, R-34c, D-14e the code of an app", () => {
  const app = (step: number | null, lastStep: number | null = null, change: object = {}) =>
    said(sandbox.ask.appCode.evaluate({ secondStep: secondStep(change), appCode: { step, lastStep } }))
  test.each([
    { what: "of this step", outcome: app(1000), says: "Accepted" },
    { what: "of the step before", outcome: app(999), says: "Accepted" },
    { what: "of the step after", outcome: app(1001), says: "Accepted" },
    { what: "of two steps before", outcome: app(998), says: "R-34c" },
    { what: "of two steps after", outcome: app(1002), says: "R-34c" },
    { what: "of no step near now", outcome: app(null), says: "R-34c" },
    { what: "used already", outcome: app(1000, 1000), says: "D-14e" },
    { what: "of the step before the one used", outcome: app(999, 1000), says: "D-14e" },
    { what: "of the step after the one used", outcome: app(1001, 1000), says: "Accepted" },
    { what: "after ten failures in a row", outcome: app(1000, null, { failuresInARow: 10 }), says: "D-14d" },
    { what: "while locked", outcome: app(1000, null, { lockedUntil: 30_000_001 }), says: "D-14d" },
    { what: "when the lock ends", outcome: app(1000, null, { lockedUntil: 30_000_000 }), says: "Accepted" }
  ])("$what: $says", ({ outcome, says }) => {
    expect(outcome).toBe(says)
  })
})

describe("D-49a a recovery code", () => {
  test.each([
    { state: "open", says: "Accepted" },
    { state: "used", says: "D-49a" },
    { state: "replaced", says: "D-49a" },
    { state: "none", says: "D-49a" }
  ] as const)("$state: $says", ({ says, state }) => {
    const evaluated = sandbox.ask.recoveryCode.evaluate({ secondStep: secondStep(), recoveryCode: { state } })
    expect(said(evaluated)).toBe(says)
  })

  test("is refused in the same words whatever its state", () => {
    const words = (["used", "replaced", "none"] as const).map((state) =>
      JSON.stringify(explainToTaxpayer(sandbox.ask.recoveryCode, { secondStep: secondStep(), recoveryCode: { state } }))
    )
    expect(new Set(words).size).toBe(1)
  })

  test.each([
    { typed: "7HK2-014V-Q9XT-3MZB", read: { value: "7HK2014VQ9XT3MZB" } },
    { typed: " 7hk2 oi4v q9xt 3mzb ", read: { value: "7HK2014VQ9XT3MZB" } },
    { typed: "7HK2014VQ9XT3MZ", read: { issue: "issue.recovery-code-malformed" } },
    { typed: "7HK2014VQ9XT3MZU", read: { issue: "issue.recovery-code-malformed" } },
    { typed: " - ", read: { issue: "issue.recovery-code-missing" } }
  ])("row $# is read as it is meant", ({ read, typed }) => {
    expect(parseRecoveryCode(typed)).toEqual(read)
  })

  test("is printed in groups of four, and read back", () => {
    expect(formatRecoveryCode("7HK2014VQ9XT3MZB")).toBe("7HK2-014V-Q9XT-3MZB")
    expect(parseRecoveryCode(formatRecoveryCode("7HK2014VQ9XT3MZB"))).toEqual({ value: "7HK2014VQ9XT3MZB" })
  })
})

describe("D-49b, D-49c a passkey", () => {
  const passkey = (change: object = {}) =>
    said(
      sandbox.ask.passkey.evaluate({
        secondStep: secondStep(),
        passkey: { signed: true, state: "open", expiresAt: 30_000_001, ...change }
      })
    )
  test.each([
    { what: "signed, in time", outcome: passkey(), says: "Accepted" },
    { what: "at the end of the challenge", outcome: passkey({ expiresAt: 30_000_000 }), says: "D-49b" },
    { what: "over a challenge that was used", outcome: passkey({ state: "confirmed" }), says: "D-49b" },
    { what: "over an older challenge", outcome: passkey({ state: "superseded" }), says: "D-49b" },
    { what: "not signed", outcome: passkey({ signed: false }), says: "D-49c" }
  ])("$what: $says", ({ outcome, says }) => {
    expect(outcome).toBe(says)
  })
})

describe("R-31a, D-14f, D-14g, D-14h a way to get codes", () => {
  const facts = (kind: TwoStepKind, others = 0) => ({ method: { kind, confirmed: true, others } })
  test.each([
    { kind: "totp", offered: true, strictly: true },
    { kind: "sms", offered: true, strictly: false },
    { kind: "email", offered: true, strictly: false },
    { kind: "passkey", offered: true, strictly: true }
  ] as const)("$kind: offered $offered, by the strict rule set $strictly", ({ kind, offered, strictly }) => {
    expect(said(sandbox.ask.twoStepMethod.evaluate(facts(kind)))).toBe(offered ? "Accepted" : "R-31a")
    expect(said(strict.ask.twoStepMethod.evaluate(facts(kind)))).toBe(strictly ? "Accepted" : "R-31a")
  })

  const adviceFor = (kind: TwoStepKind, others: number) => {
    const { findings } = sandbox.ask.twoStepMethod.evaluate(facts(kind, others))
    return findings.filter(({ outcome }) => outcome === "fail").map(({ rule }) => rule.id)
  }
  test.each([
    { kind: "email", others: 0, advice: ["D-14f", "D-14h"] },
    { kind: "email", others: 1, advice: ["D-14f"] },
    { kind: "sms", others: 0, advice: ["D-14g", "D-14h"] },
    { kind: "sms", others: 1, advice: [] },
    { kind: "totp", others: 0, advice: ["D-14h"] },
    { kind: "passkey", others: 1, advice: [] }
  ] as const)("$kind with $others others: advice $advice", ({ advice, kind, others }) => {
    expect(adviceFor(kind, others)).toEqual(advice)
    expect(warningsOf(sandbox.ask.twoStepMethod, facts(kind, others)).map(({ rule }) => rule)).toEqual(advice)
  })
})

describe("R-31b the last way that works", () => {
  test.each([
    { confirmed: true, others: 0, says: "R-31b" },
    { confirmed: true, others: 1, says: "Accepted" },
    { confirmed: false, others: 0, says: "Accepted" }
  ])("confirmed $confirmed, others $others: $says", ({ confirmed, others, says }) => {
    expect(said(sandbox.ask.twoStepRemoval.evaluate({ method: { kind: "email", confirmed, others } }))).toBe(says)
  })
})

describe("R-33 where text messages go", () => {
  test.each([
    { typed: "(617) 555-0143", ranges: "sandbox", read: { value: "+16175550143" } },
    { typed: "(111) 111-1111", ranges: "sandbox", read: { value: "+11111111111" } },
    { typed: "617-887-6367", ranges: "sandbox", read: { issue: "issue.phone-malformed" } },
    { typed: "617-887-6367", ranges: "live", read: { value: "+16178876367" } },
    { typed: "+44 20 7946 0000", ranges: "live", read: { issue: "issue.phone-malformed" } },
    { typed: "617-887", ranges: "live", read: { issue: "issue.phone-not-ten-digits" } }
  ] as const)("row $#", ({ ranges, read, typed }) => {
    expect(parseCodeTarget("sms", typed, ranges)).toEqual(read)
  })
})

describe("a device is named by its browser and system", () => {
  test.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox", "linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0",
      "edge",
      "windows"
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      "safari",
      "macos"
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1",
      "chrome",
      "ios"
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
      "samsung",
      "android"
    ],
    ["curl/8.5.0", "other", "other"],
    ["", "other", "other"]
  ] as const)("row $#", (userAgent, browser, system) => {
    expect(parseDeviceName(userAgent)).toEqual({ browser, system })
  })
})
