import { DateTime } from "effect"
import { describe, expect, test } from "vitest"
import { explainToTaxpayer } from "../../src/engine/explain.ts"
import { decideLetter } from "../../src/logon-request/requestLetter.ts"
import { ruleSets } from "../../src/rule-sets/ruleSets.ts"
import { sandbox } from "../outcomeOf.ts"
import { golden } from "../visit.ts"

const { letterRequest } = sandbox.ask
const day = 86_400_000
const now = 100 * day
const saying = (
  onFile: boolean,
  unusedMailedAt: number | null,
  mailedInWindow: number,
  newestMailedAt: number | null
) => {
  const { decision } = letterRequest.evaluate({
    letterRequest: { onFile, unusedMailedAt, newestMailedAt, mailedInWindow, now }
  })
  return "rule" in decision ? decision.rule.id : decision._tag
}

describe("D-07c, D-07d, D-62b a letter that somebody asked for", () => {
  test.each([
    { what: "on file, never mailed", onFile: true, unusedMailedAt: null, says: "Accepted" },
    { what: "not on file", onFile: false, unusedMailedAt: null, says: "D-07c" },
    {
      what: "the newest is 14 days old to the millisecond",
      onFile: true,
      unusedMailedAt: now - 14 * day,
      says: "Accepted"
    },
    { what: "the newest is one millisecond younger", onFile: true, unusedMailedAt: now - 14 * day + 1, says: "D-07d" },
    { what: "the newest is of today", onFile: true, unusedMailedAt: now, says: "D-07d" },
    { what: "the newest is of today and used", onFile: true, unusedMailedAt: null, mailed: 1, says: "Accepted" },
    { what: "two in 90 days, all used", onFile: true, unusedMailedAt: null, mailed: 2, says: "Accepted" },
    {
      what: "three in 90 days, all used, the newest of today",
      onFile: true,
      unusedMailedAt: null,
      mailed: 3,
      says: "D-62b"
    },
    {
      what: "three in 90 days, all used, the newest one millisecond short of 14 days",
      onFile: true,
      unusedMailedAt: null,
      newest: now - 14 * day + 1,
      mailed: 3,
      says: "D-62b"
    },
    {
      what: "three in 90 days, all used, the newest 14 days old",
      onFile: true,
      unusedMailedAt: null,
      newest: now - 14 * day,
      mailed: 3,
      says: "Accepted"
    },
    {
      what: "three in the window, one live to its last millisecond",
      onFile: true,
      unusedMailedAt: now - 90 * day + 1,
      mailed: 3,
      newest: now - 90 * day + 1,
      says: "D-62b"
    },
    {
      what: "three in the window, none live",
      onFile: true,
      unusedMailedAt: now - 90 * day,
      mailed: 3,
      newest: now - 90 * day,
      says: "Accepted"
    }
  ])("$what: $says", ({ mailed = 0, newest, onFile, says, unusedMailedAt }) => {
    expect(saying(onFile, unusedMailedAt, mailed, newest ?? unusedMailedAt ?? (mailed > 0 ? now : null))).toBe(says)
  })

  test("every no has the words of a yes", () => {
    const words = [
      { onFile: false, unusedMailedAt: null, newestMailedAt: null, mailedInWindow: 0, now },
      { onFile: true, unusedMailedAt: now, newestMailedAt: now, mailedInWindow: 3, now }
    ].map((facts) => explainToTaxpayer(letterRequest, { letterRequest: facts }))
    expect(words[0]).toEqual(words[1])
    expect(words[0]?.[0]?.message).toBe("letter-request.if-we-can")
  })
})

describe("D-62 in every state of a number's letters", () => {
  test.each(ruleSets.map((ruleSet) => ({ under: ruleSet.id, ruleSet })))(
    "an owner who asks each day has a live letter from the 14th day on, under $under",
    ({ ruleSet }) => {
      const { lifeDays, maxRequestedInWindow, requestIntervalDays, requestWindowDays } =
        ruleSet.policy.verification.letters
      expect(requestIntervalDays).toBeLessThanOrEqual(14)
      const ages = new Set([
        0,
        1,
        requestIntervalDays - 1,
        requestIntervalDays,
        lifeDays - 1,
        lifeDays,
        requestWindowDays
      ])
      const kinds = [...ages].flatMap((age) => [true, false].map((isUnused) => ({ age, isUnused })))
      /** Every choice of as many letters as the window takes: each younger than the one before, or of its day. */
      const states = Array.from({ length: maxRequestedInWindow }).reduce<ReadonlyArray<ReadonlyArray<number>>>(
        (some) =>
          some.flatMap((state) => kinds.flatMap((_, kind) => (kind >= (state.at(-1) ?? 0) ? [[...state, kind]] : []))),
        [[]]
      )
      const rules = { ...ruleSet, pin: { id: ruleSet.id, hash: "" } }
      const left = states.filter((state) => {
        const letters = state.map((kind) => ({ mailedOn: -kinds[kind]!.age, isUnused: kinds[kind]!.isUnused }))
        for (let today = 0; today <= 14 + requestWindowDays; today++) {
          const at = (on: number) => DateTime.add(golden, { days: on })
          const counted = letters.map(({ isUnused, mailedOn }) => ({ mailedAt: at(mailedOn), isUnused }))
          const facts = { counted, letterRowId: "letter", postDelivers: true }
          if (decideLetter(facts, true, rules, at(today)).next === "mail")
            letters.push({ mailedOn: today, isUnused: true })
          const isLive = letters.some(({ isUnused, mailedOn }) => isUnused && today < mailedOn + lifeDays)
          if (today >= 14 && !isLive) return true
        }
        return false
      })
      expect(left).toEqual([])
    }
  )
})
