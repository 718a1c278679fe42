import { logonRequestJourney } from "@mtc-logon/core/journey/rules"
import { en } from "@mtc-logon/core/wording/rules"
import type { MessageId } from "@mtc-logon/core/wording/rules"
import { expect, test } from "vitest"
import { isMessageId, say, sayOf } from "../../src/wording/say.ts"
import { options } from "../fixtures.ts"

/** What the page's own watch over faults was told. */
const reported: unknown[] = []
globalThis.reportError = (fault) => void reported.push(fault)

test("every sentence of the catalogue can be said", () => {
  for (const id of Object.keys(en) as MessageId[])
    expect(say(id, { count: 1, minutes: 1, seconds: 1, hours: 1, total: 1 })).not.toBe(id)
})

test("every step has a name and a heading", () => {
  for (const step of Object.keys(logonRequestJourney)) {
    expect(isMessageId(`step.${step}.title`)).toBe(true)
    expect(isMessageId(`heading.${step}`)).toBe(true)
  }
})

test("every word that a rule set names to a page has its sentence", () => {
  const { accountTypes, formLines, logon, terms } = options.policy
  const named = [
    ...Object.values(accountTypes).map(({ label }) => label),
    ...formLines.map(({ label }) => label),
    ...logon.secretQuestions.map((id) => `secret-question.${id}`),
    ...Object.values(terms.sentences).flat(),
    options.contacts.hours
  ]
  expect(named.filter((id) => !isMessageId(id))).toEqual([])
})

test("an id that this page has no sentence for is reported, and no other sentence is read in its place", () => {
  expect(sayOf("account-type.", "account-type.of-next-year")).toBe("account-type.of-next-year")
  expect(sayOf("issue.", "issue.of-next-year", {}, "issue.other")).toBe("Check this answer")
  // A sentence of another family stands in for nothing, either.
  expect(sayOf("account-type.", "help.title")).toBe("help.title")
  expect(reported.map(String)).toEqual([
    "Error: no sentence: account-type.of-next-year",
    "Error: no sentence: issue.of-next-year",
    "Error: no sentence: help.title"
  ])
})

test.each([
  { count: 1, sentence: "the refund from one of your last 1 return" },
  { count: 3, sentence: "the refund from one of your last 3 returns" }
])("a sentence with a number agrees with it: $count", ({ count, sentence }) => {
  expect(say("have-ready.refund-amount", { count })).toBe(sentence)
})
