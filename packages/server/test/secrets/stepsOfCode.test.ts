import { Redacted } from "effect"
import { describe, expect, test } from "vitest"
import { appLinkOf, newAppSecret, stepsOfCode } from "../../src/secrets/stepsOfCode.ts"
import { newRecoveryCode } from "../../src/secrets/newRecoveryCode.ts"

/** RFC 6238, appendix B, SHA-1: the last six digits of each code. */
const vectors = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"]
] as const

describe("the code of an app", () => {
  const secret = Redacted.make("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

  test.each(vectors)("at second %i is that of RFC 6238, and of its own step alone", (seconds, code) => {
    const step = Math.floor(seconds / 30)
    const near = [step - 1, step, step + 1]
    expect(stepsOfCode(secret, Redacted.make(code), near, 30)).toEqual([step])
    expect(stepsOfCode(secret, Redacted.make("000000"), near, 30)).toEqual([])
  })

  test("comes of a secret of 160 bits, shown as a link and a picture", () => {
    const made = newAppSecret()
    expect(Redacted.value(made)).toMatch(/^[A-Z2-7]{32}$/u)
    const { otpauthUri, qr } = appLinkOf(made, "good elmo?&")
    expect(Redacted.value(otpauthUri)).toBe(
      `otpauth://totp/MassTaxConnect:good%20elmo%3F%26?secret=${Redacted.value(made)}&issuer=MassTaxConnect`
    )
    expect(Redacted.value(qr)).toMatch(/^<svg [^>]+>(?:<rect|<path)/u)
  })
})

test("recovery codes of 80 bits use every letter about as often, and none comes twice", () => {
  const codes = Array.from({ length: 2_000 }, () => Redacted.value(newRecoveryCode(16)))
  expect(new Set(codes).size).toBe(codes.length)
  const counts = new Map<string, number>()
  for (const letter of codes.join("")) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(32)
  const expected = (codes.length * 16) / 32
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 31 degrees of freedom: beyond 80 once in 300,000 runs.
  expect(chiSquare).toBeLessThan(80)
})
