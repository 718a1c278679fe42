import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { letterIdIn, notMeCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told, Visitor } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own, each with an address and a mailbox on file. */
const larrys = Array.from({ length: 20 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001191${String(last).padStart(2, "0")}`,
    wish: { username: `contest.${last}`, email: `contest${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Contest Street`, "Boston MA 02108"],
      formerAddress: [`LARRY MO ${last}`, `${last} Former Street`, "Boston MA 02109"],
      addressChangedOn: "2020-11-01",
      emails: [`on.file.${last}@example.com`]
    }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random" })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const call = (path: string, body: unknown) => visitorOf(house).call("POST", path, { body })
const notMe = async (code: string) => {
  const told = await call("/v1/not-me", { code })
  await house.drain()
  return told
}
const seen = ({ headers, status, text }: Told<unknown>) =>
  JSON.stringify([status, text, [...headers].filter(([name]) => name !== "x-request-id" && name !== "date")])
const events = async () => (await house.audit()).map(({ type }) => type)
/** What happens meanwhile, as the trail has it. */
const during = async (work: () => Promise<unknown>) => {
  const before = (await events()).length
  await work()
  return (await events()).slice(before)
}
const lettersAt = (street: "Contest" | "Former", { contact }: Person) =>
  house.letters.filter(({ to }) => to.lines[1] === contact.address[1]!.replace("Contest", street)).map(({ text }) => text)
const codesAt = (street: "Contest" | "Former", person: Person) =>
  lettersAt(street, person)
    .filter((text) => text.includes("logon was made"))
    .map(notMeCodeIn)
const letterIdsOf = (person: Person) =>
  lettersAt("Contest", person)
    .filter((text) => /\bL\d{10}\b/u.test(text))
    .map(letterIdIn)
const codeInMessages = async (visitor: Visitor) => {
  const { body } = await visitor.call<{ messages: ReadonlyArray<{ params: { code: string } }> }>("GET", "/v1/me/messages")
  return body.messages[0]!.params.code
}
const roleOf = async (visitor: Visitor) => {
  const { body, status } = await visitor.call<{ access: ReadonlyArray<{ role: string }> }>("GET", "/v1/me")
  return status === 200 ? body.access.map(({ role }) => role) : status
}
const as = (person: Person, who: string): Person => ({
  ...person,
  wish: { ...person.wish, username: `${person.wish.username}.${who}`, email: `${who}.${person.wish.email}` }
})
const byLetter = (person: Person, who: string, letterId: string): Person => ({
  ...as(person, who),
  evidence: { verificationType: "letterId", letterId }
})
const ask = async ({ id }: Person) => {
  await call("/v1/letter-requests", { idType: "SSN", id })
  await house.drain()
}

/** A thief who knows an amount registers first, the owner ten minutes later, by an amount as well. */
const thiefFirst = async () => {
  const person = larrys[used++]!
  const thief = await activePerson(house, as(person, "thief"))
  house.clock.advance("10 minutes")
  const owner = await activePerson(house, as(person, "owner"))
  return { person, thief: thief.visitor, owner: owner.visitor, ownerCredentials: owner.credentials, thiefCredentials: thief.credentials }
}

describe("D-60 a thief registers first, the owner second", () => {
  test("the code of the thief's e-message freezes nobody: it opens a contest, and a letter is mailed", async () => {
    const { owner, ownerCredentials, person, thief } = await thiefFirst()
    const happened = await during(async () => notMe(await codeInMessages(thief)))
    expect(happened).toEqual(["ContestBegun", "LetterMailed"])
    expect((await call("/v1/sessions", ownerCredentials)).status).toBe(201)
    expect([await roleOf(thief), await roleOf(owner)]).toEqual([["MasterAdministrator"], ["TaxAdministrator"]])
    expect(letterIdsOf(person)).toHaveLength(1)
  })

  test("the owner's code from the post freezes the thief, whose role is gone at once, and the owner is Master", async () => {
    const { owner, person, thief, thiefCredentials } = await thiefFirst()
    const [ofTheThief] = codesAt("Contest", person)
    await notMe(await codeInMessages(thief))
    const happened = await during(() => notMe(ofTheThief!))
    expect(happened).toEqual(["LogonFrozen", "RoleSuspended", "RolePassedOn", "LetterMailed"])
    expect(await roleOf(thief)).toBe(401)
    expect((await call("/v1/sessions", thiefCredentials)).status).toBe(401)
    expect(await roleOf(owner)).toEqual(["MasterAdministrator"])
  })
})
