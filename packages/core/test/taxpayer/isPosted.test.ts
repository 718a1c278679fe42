import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { isPosted } from "../../src/taxpayer/isPosted.ts"

describe("R-41 whole days since a return was posted", () => {
  test.each([
    { postedOn: "2020-11-20", today: "2020-11-20", days: 0 },
    { postedOn: "2020-02-28", today: "2020-03-01", days: 2 },
    { postedOn: "2021-02-28", today: "2021-03-01", days: 1 },
    { postedOn: "2019-12-31", today: "2020-01-01", days: 1 },
    { postedOn: "1999-12-31", today: "2000-12-31", days: 366 }
  ])("from $postedOn to $today: $days", ({ postedOn, today, days }) => {
    expect(isPosted({ postedOn }, today, days)).toBe(true)
    expect(isPosted({ postedOn }, today, days + 1)).toBe(false)
  })

  const day = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 60_000 }))
  const iso = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)
  it.prop("agrees with the calendar of the machine", [day, day], ([from, to]) => {
    expect(isPosted({ postedOn: iso(from) }, iso(to), to - from)).toBe(true)
    expect(isPosted({ postedOn: iso(from) }, iso(to), to - from + 1)).toBe(false)
  })
})
