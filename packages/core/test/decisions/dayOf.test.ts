import { DateTime } from "effect"
import { expect, test } from "vitest"
import { dayOf } from "../../src/decisions/dayOf.ts"

test.each([
  ["2020-11-20T18:55:15Z", "2020-11-20"],
  ["2020-11-21T04:59:59Z", "2020-11-20"],
  ["2020-11-21T05:00:00Z", "2020-11-21"],
  ["2020-07-01T03:59:59Z", "2020-06-30"],
  ["2020-07-01T04:00:00Z", "2020-07-01"]
])("R-44 %s is a moment of %s, the Department's day", (at, day) => {
  expect(dayOf(DateTime.makeUnsafe(at))).toBe(day)
})
