import { describe, expect, test } from "vitest"
import { parseToFrameMessage } from "../../src/protocol/parseToFrameMessage.ts"
import { parseToPageMessage } from "../../src/protocol/parseToPageMessage.ts"

const nonce = "1,22,333,4444"

/** Repeatable pseudo-random numbers (mulberry32). */
const numbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

const types = [
  "init",
  "update",
  "focus",
  "reset",
  "ready",
  "height",
  "step",
  "scroll",
  "complete",
  "done",
  "cancel",
  "timeout",
  "error",
  "x",
  "toString",
  "__proto__"
]
const odd = [
  null,
  undefined,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  1e9,
  640,
  "",
  "x".repeat(5000),
  "<b>",
  "6789",
  [],
  {},
  true,
  nonce,
  "en",
  "contrast",
  ["done"],
  10n
]
const fields = [
  "height",
  "protocol",
  "nonce",
  "step",
  "number",
  "total",
  "confirmationNumber",
  "code",
  "locale",
  "theme",
  "colorScheme",
  "appearance",
  "headingLevel",
  "reference",
  "extra"
]

const hostile = (random: () => number): unknown => {
  const pick = <A>(list: ReadonlyArray<A>): A => list[Math.floor(random() * list.length)]!
  if (random() < 0.05) return pick(odd)
  const message: Record<string, unknown> = {
    mtc: random() < 0.9 ? 1 : pick(odd),
    type: random() < 0.95 ? pick(types) : pick(odd)
  }
  for (const field of fields) if (random() < 0.5) message[field] = pick(odd)
  return message
}

describe("5,000 hostile messages", () => {
  const random = numbers(42)
  const messages = Array.from({ length: 5_000 }, () => hostile(random))

  test("make nothing of the page's but values within their bounds", () => {
    for (const message of messages) {
      const parsed = parseToPageMessage(message)
      if (parsed === undefined) continue
      expect(typeof parsed.type).toBe("string")
      if ("height" in parsed)
        expect(parsed.height >= 120 && parsed.height <= 8000 && Number.isInteger(parsed.height)).toBe(true)
      if (parsed.type === "complete") expect(parsed.confirmationNumber).toMatch(/^\d-\d{3}-\d{3}-\d{3}$/)
      if (parsed.type === "error") expect(parsed.code).toMatch(/^[a-z_-]+$/)
      expect(Object.keys(parsed)).not.toContain("extra")
    }
  })

  test("make nothing of the frame's but a look, a language and a word of the partner's", () => {
    const allowed = [
      "mtc",
      "type",
      "nonce",
      "locale",
      "theme",
      "colorScheme",
      "appearance",
      "headingLevel",
      "reference"
    ]
    for (const message of messages) {
      const parsed = parseToFrameMessage(message)
      if (parsed !== undefined) expect(Object.keys(parsed).filter((key) => !allowed.includes(key))).toEqual([])
    }
  })
})

test.each([
  { given: { mtc: 1, type: "height", height: 640 }, outcome: { mtc: 1, type: "height", height: 640 } },
  { given: { mtc: 1, type: "height", height: 8001 }, outcome: undefined },
  { given: { mtc: 1, type: "height", height: "640" }, outcome: undefined },
  { given: { mtc: 2, type: "height", height: 640 }, outcome: undefined },
  { given: { mtc: 1, type: "done", name: "x" }, outcome: { mtc: 1, type: "done" } },
  { given: { mtc: 1, type: ["done"] }, outcome: undefined },
  { given: { mtc: 1, type: "constructor" }, outcome: undefined },
  {
    given: { mtc: 1, type: "step", step: "tax-amount", number: 4, total: 9 },
    outcome: { mtc: 1, type: "step", step: "tax-amount", number: 4, total: 9 }
  },
  { given: { mtc: 1, type: "step", step: "Larry Mo", number: 4, total: 9 }, outcome: undefined },
  { given: { mtc: 1, type: "complete", confirmationNumber: "900126789" }, outcome: undefined },
  { given: { mtc: 1, type: "done", filler: "x".repeat(4096) }, outcome: undefined }
])("the page reads $given as $outcome", ({ given, outcome }) => {
  expect(parseToPageMessage(given)).toEqual(outcome)
})

test.each([
  { given: { mtc: 1, type: "init", nonce }, outcome: { mtc: 1, type: "init", nonce } },
  { given: { mtc: 1, type: "init" }, outcome: undefined },
  { given: { mtc: 1, type: "init", nonce, reference: "a b" }, outcome: { mtc: 1, type: "init", nonce } },
  { given: { mtc: 1, type: "init", nonce, headingLevel: 7 }, outcome: { mtc: 1, type: "init", nonce } },
  { given: { mtc: 1, type: "update", theme: "contrast" }, outcome: { mtc: 1, type: "update", theme: "contrast" } },
  { given: { mtc: 1, type: "update", theme: "x;}" }, outcome: { mtc: 1, type: "update" } },
  {
    given: {
      mtc: 1,
      type: "update",
      appearance: { variables: { colorText: "#123456", colorPrimary: "url(x){", evil: "1" } }
    },
    outcome: { mtc: 1, type: "update", appearance: { variables: { colorText: "#123456" } } }
  },
  { given: { mtc: 1, type: "fill", id: "900126789" }, outcome: undefined }
])("the frame reads $given as $outcome", ({ given, outcome }) => {
  expect(parseToFrameMessage(given)).toEqual(outcome)
})
