import { expect, test } from "vitest"
import { taxpayerKey } from "../../src/taxpayer/taxpayerKey.ts"

test("nine digits are one taxpayer's as SSN and as ITIN, and another's as FEIN", () => {
  const [ssn, itin, fein] = (["SSN", "ITIN", "FEIN"] as const).map((idType) => taxpayerKey(idType, "900126789"))
  expect(itin).toBe(ssn)
  expect(fein).not.toBe(ssn)
})
