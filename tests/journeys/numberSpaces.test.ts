import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { letterIdIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** Made up: an SSN and a FEIN of the ranges that are issued. */
const id = "772349876"
const person = somebody("larry-mo", { id, contact: { ...somebody("larry-mo").contact, address: ["THE PERSON"] } })
const firm = somebody("bayside-bakery", { id, contact: { ...person.contact, address: ["THE FIRM"] } })

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: [person, firm], ids: "random", settings: { ID_RANGES: "live" } })
})
afterAll(() => house.close())

/** Answers up to the profile, and the status of the last answer. */
const proved = async (who: Person) => (await visitorOf(house).walk(who, "profile")).told

test("D-30 guesses at an SSN lock nobody out who has the same digits as a FEIN", async () => {
  for (let n = 1; n <= 6; n++) {
    await proved({
      ...person,
      evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount: `${n}.00` }
    })
  }
  expect(await proved(person)).toMatchObject({ status: 423 })
  expect((await proved(firm)).status).toBe(200)
})

test("D-07 a letter to the one proves nothing of the other, and is the other's no hindrance", async () => {
  const ask = (idType: string) => visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType, id } })
  await house.drain()
  const { length } = house.letters
  await ask("SSN")
  await ask("FEIN")
  await house.drain()
  const letters = house.letters.slice(length).filter(({ text }) => text.includes("Letter ID"))
  expect(letters.map(({ to }) => to.lines[0])).toEqual(["THE PERSON", "THE FIRM"])
  const [theirs, firms] = letters.map(({ text }) => letterIdIn(text))
  const by = (who: Person, letterId: string) => proved({ ...who, evidence: { verificationType: "letterId", letterId } })
  expect((await by(firm, theirs!)).status).toBe(422)
  expect((await by(person, firms!)).status).toBe(422)
  expect([(await by(person, theirs!)).status, (await by(firm, firms!)).status]).toEqual([200, 200])
})
