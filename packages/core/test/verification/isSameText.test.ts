import { expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { isSameText } from "../../src/verification/isSameText.ts"

it.prop("two texts are the same exactly when the language says so", [Schema.String, Schema.String], ([a, b]) => {
  expect(isSameText(a, b)).toBe(a === b)
  expect(isSameText(a + b, a + b)).toBe(true)
})

test.each([
  ["", "\u0000"],
  ["L0", "L0\u0000"],
  ["L0123456789", "L0123456788"],
  ["L0123456789", ""]
])("pair $# is not the same", (a, b) => {
  expect(isSameText(a, b)).toBe(false)
  expect(isSameText(b, a)).toBe(false)
})
