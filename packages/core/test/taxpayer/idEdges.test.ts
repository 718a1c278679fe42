import { expect, test } from "vitest"
import { isIdNumber } from "../../src/taxpayer/isIdNumber.ts"

test.each([
  { group: "49", live: false, sandbox: false },
  { group: "50", live: true, sandbox: false },
  { group: "65", live: true, sandbox: false },
  { group: "66", live: false, sandbox: false },
  { group: "69", live: false, sandbox: false },
  { group: "70", live: true, sandbox: false },
  { group: "88", live: true, sandbox: false },
  { group: "89", live: false, sandbox: true },
  { group: "90", live: true, sandbox: false },
  { group: "92", live: true, sandbox: false },
  { group: "93", live: false, sandbox: true },
  { group: "94", live: true, sandbox: false },
  { group: "99", live: true, sandbox: false }
])("D-22a an ITIN of the group $group: live $live, sandbox $sandbox", ({ group, live, sandbox }) => {
  const id = `900${group}1234`
  expect([isIdNumber("ITIN", id, "live"), isIdNumber("ITIN", id, "sandbox")]).toEqual([live, sandbox])
  expect(isIdNumber("SSN", id, "sandbox")).toBe(!live && !sandbox)
})

test("D-22a what is no digit makes no number, below and above the digits", () => {
  for (const id of ["12345678/", "12345678:", "1234567-9", "/23456789"])
    expect(isIdNumber("SSN", id, "live")).toBe(false)
})
