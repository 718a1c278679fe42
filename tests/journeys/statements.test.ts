import { answersOf } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** How many statements go to the database while something is done, BEGIN and COMMIT among them. */
const countOf = async (work: () => Promise<{ readonly status: number }>) => {
  const { answer, statements } = await statementsDuring(work)
  expect(answer.status).toBeLessThan(300)
  return statements.length
}

test("no step of a request or a log-in sends more statements to the database than it did", async () => {
  const person = somebody("lena-letter")
  const { request, told } = await visitorOf(house).walk(person, "letter-id")
  expect(told.status).toBe(200)
  const answers = answersOf(person)
  const at = answers.findIndex(({ step }) => step === "letter-id")
  const prove = await countOf(() => request.answer("letter-id", answers[at]!.text as never))
  for (const { step, text } of answers.slice(at + 1)) await request.answer(step, text as never)
  const submit = await countOf(() => request.submit())

  const { logIn, methodId, target, visitor } = await activePerson(house, somebody("larry-mo"))
  house.clock.advance("1 day")
  const asked = await countOf(logIn)
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
  await house.drain()
  const confirm = { code: securityCodeIn(newestMailTo(house, target)), trustDevice: true }
  const code = await countOf(() =>
    visitor.call("POST", "/v1/sessions/current/security-codes/confirm", { body: confirm })
  )
  house.clock.advance("1 day")
  const trusted = await countOf(logIn)

  // What it took at first; lower one where a step needs fewer.
  expect({ prove, submit, logIn: asked, code, trusted }).toEqual({
    prove: 39,
    submit: 24,
    logIn: 19,
    code: 11,
    trusted: 19
  })
})
