import type { Hold } from "@mtc-logon/core/access"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { eq } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { accessGrantTable, contestTable } from "../../packages/server/src/database/accessGrantTable.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonRequestTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { decisionTable } from "../../packages/server/src/database/decisionTable.ts"
import { taxAccountTable, taxpayerTable } from "../../packages/server/src/database/taxpayerTable.ts"
import { Digests } from "../../packages/server/src/secrets/Digests.ts"
import { purge } from "../../packages/server/src/store/purge.ts"
import { activePerson, approvedPerson, newestMailTo, setUpCodes } from "./approvedPerson.ts"
import { letterIdIn, notMeCodeIn } from "./codesIn.ts"
import { keyringFileOf } from "./fixedKeyring.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told, Visitor } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own, each with an address and a mailbox on file. */
const larrys = Array.from({ length: 40 }, (_, last): Person =>
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
  house = await openHouse({ alsoOnFile: larrys, ids: "random", settings: { KEYRING_FILE: keyringFileOf(2) } })
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
  house.letters
    .filter(({ to }) => to.lines[1] === contact.address[1]!.replace("Contest", street))
    .map(({ text }) => text)
const codesAt = (street: "Contest" | "Former", person: Person) =>
  lettersAt(street, person)
    .filter((text) => text.includes("logon was created"))
    .map(notMeCodeIn)
const letterIdsOf = (person: Person) =>
  lettersAt("Contest", person)
    .filter((text) => /\bL\d{10}\b/u.test(text))
    .map(letterIdIn)
const codeInMessages = async (visitor: Visitor) => {
  const { body } = await visitor.call<{ messages: ReadonlyArray<{ params: { code: string } }> }>(
    "GET",
    "/v1/me/messages"
  )
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

const lockRegistration = (visitor: Visitor) =>
  visitor.call("PUT", "/v1/me/registration-lock", { body: { locked: true } })
/** What comes of a request by an amount: approved, or referred where registration is closed. */
const outcomeOfAmount = async (person: Person) => {
  const happened = await during(async () => {
    const { request } = await visitorOf(house).walk(person)
    await request.submit()
    await house.drain()
  })
  return happened.filter((type) => type === "LogonRequestApproved" || type === "LogonRequestReferred")
}

/** A thief who knows an amount registers first, the owner ten minutes later, by an amount as well. */
const thiefFirst = async () => {
  const person = larrys[used++]!
  const thief = await activePerson(house, as(person, "thief"))
  house.clock.advance("10 minutes")
  const owner = await activePerson(house, as(person, "owner"))
  return {
    person,
    thief: thief.visitor,
    owner: owner.visitor,
    ownerCredentials: owner.credentials,
    thiefCredentials: thief.credentials
  }
}

/** A Master Administrator's role rests on a letter, once they have entered its code. */
const enterLetter = (visitor: Visitor, letterId: string) =>
  visitor.call("POST", "/v1/me/letter-code", { body: { letterId } })

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
    // The hold goes on until a letter code ends it, and the letter is on its way.
    expect(await owner.call("GET", "/v1/me/letter-code")).toMatchObject({ body: { needed: true } })
    expect((await enterLetter(owner, letterIdsOf(person).at(-1)!)).status).toBe(204)
    expect(await owner.call("GET", "/v1/me/letter-code")).toMatchObject({ body: { needed: false } })
    expect((await owner.call("PUT", "/v1/me/registration-lock", { body: { locked: true } })).status).toBe(200)
  })

  test("the code of a mailbox on file freezes nobody either", async () => {
    const { owner, person, thief } = await thiefFirst()
    const [mailbox] = person.contact.emails
    const happened = await during(() => notMe(notMeCodeIn(newestMailTo(house, mailbox!))))
    expect(happened).toEqual(["ContestBegun", "LetterMailed"])
    expect([await roleOf(thief), await roleOf(owner)]).toEqual([["MasterAdministrator"], ["TaxAdministrator"]])
  })

  test("a contest that is open goes on whatever other codes say, and mails no second letter", async () => {
    const { person, thief } = await thiefFirst()
    await notMe(await codeInMessages(thief))
    const [mailbox] = person.contact.emails
    expect(await during(() => notMe(notMeCodeIn(newestMailTo(house, mailbox!))))).toEqual(["NotMeCodeRecorded"])
    expect(letterIdsOf(person)).toHaveLength(1)
  })

  test("whoever is frozen comes back by no amount: the newcomer is no Master Administrator", async () => {
    const person = larrys[used++]!
    const thief = await activePerson(house, as(person, "thief"))
    await notMe(codesAt("Contest", person)[0]!)
    expect(await roleOf(thief.visitor)).toBe(401)
    const again = await activePerson(house, as(person, "again"))
    expect(await roleOf(again.visitor)).toEqual(["TaxAdministrator"])
    const owner = await activePerson(house, byLetter(person, "owner", letterIdsOf(person)[0]!))
    expect(await roleOf(owner.visitor)).toEqual(["MasterAdministrator"])
    expect(await roleOf(again.visitor)).toBe(401)
  })

  test("a registration lock is not closed by anybody while a contest is open", async () => {
    const { person, thief } = await thiefFirst()
    await ask(person)
    await enterLetter(thief, letterIdsOf(person)[0]!)
    const lock = (locked: boolean) => thief.call("PUT", "/v1/me/registration-lock", { body: { locked } })
    expect((await lock(true)).status).toBe(200)
    await lock(false)
    await notMe(codesAt("Contest", person)[0]!)
    expect((await lock(true)).status).toBe(409)
  })
})

describe("D-60 an owner who stands on a letter", () => {
  test("is frozen by no code that reached a thief, and freezes the thief by the code of an e-message", async () => {
    const person = larrys[used++]!
    const owner = await activePerson(house, as(person, "owner"))
    await ask(person)
    expect((await enterLetter(owner.visitor, letterIdsOf(person)[0]!)).status).toBe(204)
    house.clock.advance("1 minute")
    const thief = await activePerson(house, as(person, "thief"))
    house.clock.advance("1 minute")
    const spouse = await activePerson(house, as(person, "spouse"))
    // The thief reads of the spouse, and may do nothing: else two on amounts would put the owner on hold.
    expect(await during(async () => notMe(await codeInMessages(thief.visitor)))).toEqual(["NotMeCodeRecorded"])
    const { body } = await owner.visitor.call<{ messages: ReadonlyArray<{ params: { code: string } }> }>(
      "GET",
      "/v1/me/messages"
    )
    const ofTheThief = body.messages.at(-1)!.params.code
    expect(await during(() => notMe(ofTheThief))).toEqual(["LogonFrozen", "RoleSuspended", "LetterMailed"])
    expect([await roleOf(owner.visitor), await roleOf(thief.visitor), await roleOf(spouse.visitor)]).toEqual([
      ["MasterAdministrator"],
      401,
      ["TaxAdministrator"]
    ])
  })

  test("is not frozen by the post: a contest opens, and the letter that it mails ends it", async () => {
    const person = larrys[used++]!
    const owner = await activePerson(house, as(person, "owner"))
    await ask(person)
    await enterLetter(owner.visitor, letterIdsOf(person)[0]!)
    house.clock.advance("1 minute")
    expect(await during(() => notMe(codesAt("Contest", person)[0]!))).toEqual(["ContestBegun", "LetterMailed"])
    expect(await roleOf(owner.visitor)).toEqual(["MasterAdministrator"])
    const [, newer] = letterIdsOf(person)
    house.clock.advance("1 minute")
    let answered: Told<unknown> | undefined
    const settled = await during(async () => {
      answered = await enterLetter(owner.visitor, newer!)
    })
    expect(answered?.status).toBe(204)
    expect(settled).toContain("ContestSettled")
    expect(await owner.visitor.call("GET", "/v1/me/letter-code")).toMatchObject({ body: { needed: false } })
  })

  test("the code from the previous address opens a contest that no letter ends", async () => {
    const { owner, person, thief } = await thiefFirst()
    expect(await during(() => notMe(codesAt("Former", person)[0]!))).toEqual(["ContestBegun", "LetterMailed"])
    const late = await activePerson(house, byLetter(person, "late", letterIdsOf(person)[0]!))
    expect(await roleOf(late.visitor)).toEqual(["TaxAdministrator"])
    expect([await roleOf(thief), await roleOf(owner)]).toEqual([["MasterAdministrator"], ["TaxAdministrator"]])
  })
})

/** Changes what is on file of a number: a hold, or an account that is closed to online access. */
const onFile = (
  { id, idType }: Person,
  change: { readonly holds?: ReadonlyArray<Hold>; readonly closedOnline?: boolean }
) =>
  house.runtime.runPromise(
    Effect.gen(function* () {
      const { run } = yield* Database
      const taxpayerDigest = (yield* Digests).ofTaxpayer({ idType, digits: Redacted.make(id) })
      const { closedOnline, holds } = change
      if (holds) {
        yield* run((db) =>
          db
            .update(taxpayerTable)
            .set({ holds: [...holds] })
            .where(eq(taxpayerTable.taxpayerDigest, taxpayerDigest))
        )
      }
      if (closedOnline !== undefined) {
        yield* run((db) =>
          db.update(taxAccountTable).set({ closedOnline }).where(eq(taxAccountTable.taxpayerDigest, taxpayerDigest))
        )
      }
    })
  )

/** The mails to an address whose subject is this, each once. */
const mailsCalled = async (address: string, subject: keyof typeof en) => {
  await house.drain()
  return house.mails
    .filter(({ rendered, to }) => to.address === address && rendered.subject === en[subject])
    .map(({ rendered }) => rendered.text)
}

describe("D-26 at the end of a contest", () => {
  test.each([
    { how: "the first log-in of a newcomer", byNewcomer: true },
    { how: "a letter code of the Master Administrator", byNewcomer: false }
  ])("the winner and everyone whose access ended are told, by name of nobody else ($how)", async ({ byNewcomer }) => {
    const { person, thief } = await thiefFirst()
    await notMe(await codeInMessages(thief))
    const letterId = letterIdsOf(person).at(-1)!
    const winner = as(person, byNewcomer ? "winner" : "thief").wish
    const loser = as(person, "owner").wish
    if (byNewcomer) await activePerson(house, byLetter(person, "winner", letterId))
    else expect((await enterLetter(thief, letterId)).status).toBe(204)
    const won = await mailsCalled(winner.email, "mail.contest-won.subject")
    const ended = await mailsCalled(loser.email, "mail.access-ended.subject")
    expect([won.length, ended.length]).toEqual([1, 1])
    expect(await mailsCalled(winner.email, "mail.access-ended.subject")).toEqual([])
    for (const secret of [loser.username, loser.email, letterId, person.id]) expect(won[0]).not.toContain(secret)
    for (const secret of [winner.username, winner.email, letterId, person.id]) expect(ended[0]).not.toContain(secret)
    expect(ended[0]).toContain("/letter")
  })
})

describe("D-37 a registration lock", () => {
  test("is closed by one who stands on a letter, refers an amount, and lets a letter pass", async () => {
    const person = larrys[used++]!
    const thief = await activePerson(house, as(person, "thief"))
    const lock = (who: Visitor) => who.call("PUT", "/v1/me/registration-lock", { body: { locked: true } })
    expect((await lock(thief.visitor)).status).toBe(409)
    await ask(person)
    const letterId = letterIdsOf(person)[0]!
    const again = await activePerson(house, byLetter(person, "owner", letterId))
    expect((await lock(again.visitor)).status).toBe(200)
    house.clock.advance("15 days")
    await ask(person)
    const late = await approvedPerson(house, byLetter(person, "late", letterIdsOf(person).at(-1)!))
    expect(late.activationCode).toBeDefined()
    const { request } = await visitorOf(house).walk(as(person, "amount"))
    await request.submit()
    await house.drain()
    expect((await events()).at(-1)).toBe("LogonRequestReferred")
  })
})

test("D-62 a Master whose decision is kept no longer is frozen with a letter on its way, and confirms by one", async () => {
  const person = larrys[used++]!
  const master = await activePerson(house, as(person, "master"))
  await house.runtime.runPromise(Effect.flatMap(Database, ({ run }) => run((db) => db.delete(decisionTable))))
  await ask(person)
  expect((await enterLetter(master.visitor, letterIdsOf(person)[0]!)).status).toBe(204)
  const happened = await during(() => notMe(codesAt("Contest", person)[0]!))
  expect(happened).toEqual(["ContestBegun", "LetterMailed"])
  expect(letterIdsOf(person)).toHaveLength(2)
})

describe("D-32 a letter takes the place of a Master Administrator at the first log-in", () => {
  /** A Master Administrator by an amount, and a letter that somebody else has in hand. */
  const masterAndLetter = async () => {
    const person = larrys[used++]!
    const master = await activePerson(house, as(person, "master"))
    house.clock.advance("1 minute")
    await ask(person)
    return { master, person, letterId: letterIdsOf(person)[0]! }
  }
  const stillMaster = async (visitor: Visitor) => expect(await roleOf(visitor)).toEqual(["MasterAdministrator"])

  test.each(["identity-theft", "deceased", "legal"] as const)(
    "a request that a hold refers (%s) leaves the first Master as they were, also when it expires",
    async (hold) => {
      const { letterId, master, person } = await masterAndLetter()
      await onFile(person, { holds: [hold] })
      const { request } = await visitorOf(house).walk(byLetter(person, "newcomer", letterId))
      expect((await request.submit()).status).toBe(201)
      await stillMaster(master.visitor)
      await house.drain()
      expect((await events()).at(-1)).toBe("LogonRequestReferred")
      await stillMaster(master.visitor)
      house.clock.advance("31 days")
      await house.runtime.runPromise(purge)
      expect((await events()).at(-1)).toBe("LogonRequestExpired")
      expect((await call("/v1/sessions", master.credentials)).status).toBe(201)
    }
  )

  test("a request that is denied leaves the first Master as they were", async () => {
    const { letterId, master, person } = await masterAndLetter()
    await onFile(person, { closedOnline: true })
    const { request } = await visitorOf(house).walk(byLetter(person, "newcomer", letterId))
    expect((await request.submit()).status).toBe(201)
    await house.drain()
    expect((await events()).at(-1)).toBe("LogonRequestDenied")
    await stillMaster(master.visitor)
  })

  test("an approval that nobody uses leaves them, and the newcomer's first log-in ends them", async () => {
    const { letterId, master, person } = await masterAndLetter()
    const newcomer = await approvedPerson(house, byLetter(person, "newcomer", letterId))
    await stillMaster(master.visitor)
    const happened = await during(async () => {
      await newcomer.logIn({ activationCode: newcomer.activationCode })
      await stillMaster(master.visitor)
      await setUpCodes(house, newcomer.visitor, "codes.newcomer@example.com")
    })
    expect(happened.filter((type) => type === "LogonActivated" || type === "ContestSettled")).toEqual([
      "LogonActivated",
      "ContestSettled"
    ])
    await stillMaster(newcomer.visitor)
    expect(await roleOf(master.visitor)).toBe(401)
  })

  test("the second of two letters that were both approved takes nothing: a contest opens, and mails a letter", async () => {
    const { letterId, person } = await masterAndLetter()
    await notMe(codesAt("Contest", person)[0]!)
    const [, newer] = letterIdsOf(person)
    const first = await approvedPerson(house, byLetter(person, "first", letterId))
    const second = await activePerson(house, byLetter(person, "second", newer!))
    expect(await roleOf(second.visitor)).toEqual(["MasterAdministrator"])
    const happened = await during(async () => {
      await first.logIn({ activationCode: first.activationCode })
      await setUpCodes(house, first.visitor, "codes.first@example.com")
    })
    expect(happened).toContain("ContestBegun")
    expect(happened).not.toContain("ContestSettled")
    expect([await roleOf(second.visitor), await roleOf(first.visitor)]).toEqual([
      ["MasterAdministrator"],
      ["TaxAdministrator"]
    ])
  })
})

describe("D-33 a logon that nobody ever logged in to", () => {
  test("D-62 stays frozen after its thirty days: who was frozen comes back by no amount", async () => {
    const person = larrys[used++]!
    await approvedPerson(house, as(person, "thief"))
    expect(await during(() => notMe(codesAt("Contest", person)[0]!))).toContain("RoleSuspended")
    house.clock.advance("31 days")
    await house.hasten("31 days")
    await house.drain()
    await house.runtime.runPromise(purge)
    const again = await activePerson(house, as(person, "again"))
    expect(await roleOf(again.visitor)).toEqual(["TaxAdministrator"])
  })

  test("leaves the role of Master Administrator to whoever has logged in the longest, with a fresh hold", async () => {
    const person = larrys[used++]!
    await approvedPerson(house, as(person, "thief"))
    house.clock.advance("10 minutes")
    await approvedPerson(house, as(person, "friend"))
    house.clock.advance("43185 minutes")
    const owner = await activePerson(house, as(person, "owner"))
    expect(await roleOf(owner.visitor)).toEqual(["TaxAdministrator"])
    house.clock.advance("6 minutes")
    await house.runtime.runPromise(purge)
    expect(await roleOf(owner.visitor)).toEqual(["MasterAdministrator"])
    expect(await owner.visitor.call("GET", "/v1/me/letter-code")).toMatchObject({ body: { needed: true } })
    const late = await activePerson(house, as(person, "late"))
    expect(await roleOf(late.visitor)).toEqual(["TaxAdministrator"])
  })
})

describe("D-37 a registration lock ends with the access of whoever closed it", () => {
  test("where a letter takes their place", async () => {
    const person = larrys[used++]!
    const thief = await activePerson(house, as(person, "thief"))
    await ask(person)
    await enterLetter(thief.visitor, letterIdsOf(person)[0]!)
    expect((await lockRegistration(thief.visitor)).status).toBe(200)
    expect(await outcomeOfAmount(as(person, "before"))).toEqual(["LogonRequestReferred"])
    house.clock.advance("1 minute")
    await notMe(codesAt("Contest", person)[0]!)
    await activePerson(house, byLetter(person, "owner", letterIdsOf(person).at(-1)!))
    expect(await roleOf(thief.visitor)).toBe(401)
    expect(await outcomeOfAmount(as(person, "after"))).toEqual(["LogonRequestApproved"])
  })

  test("and not before: where they are frozen into a contest, amounts stay closed until a letter ends it", async () => {
    const person = larrys[used++]!
    const master = await activePerson(house, as(person, "master"))
    await ask(person)
    await enterLetter(master.visitor, letterIdsOf(person)[0]!)
    expect((await lockRegistration(master.visitor)).status).toBe(200)
    expect((await master.visitor.call("PUT", "/v1/me/pin", { body: { pin: "8642" } })).status).toBe(204)
    await house.drain()
    const { email } = as(person, "master").wish
    house.clock.advance("1 minute")
    const happened = await during(() => notMe(notMeCodeIn(newestMailTo(house, email))))
    expect(happened).toEqual(expect.arrayContaining(["RoleSuspended", "ContestBegun"]))
    expect(await outcomeOfAmount(as(person, "before"))).toEqual(["LogonRequestReferred"])
    await activePerson(house, byLetter(person, "owner", letterIdsOf(person).at(-1)!))
    expect(await outcomeOfAmount(as(person, "after"))).toEqual(["LogonRequestApproved"])
  })
})

describe("D-60 a letter against a letter", () => {
  /** A Master Administrator on a letter, and the next letter, in another's hand. */
  const masterOnALetter = async () => {
    const person = larrys[used++]!
    await ask(person)
    const master = await activePerson(house, byLetter(person, "master", letterIdsOf(person)[0]!))
    await ask(person)
    return { person, master, newcomer: byLetter(person, "newcomer", letterIdsOf(person)[1]!) }
  }
  const submitAndProcess = async (newcomer: Person) => {
    const { request } = await visitorOf(house).walk(newcomer)
    const atSubmit = await during(async () => expect((await request.submit()).status).toBe(201))
    return { atSubmit, processed: await during(() => house.drain()) }
  }

  test("is a contest once the newcomer is approved, and mails a letter", async () => {
    const { newcomer } = await masterOnALetter()
    const { atSubmit, processed } = await submitAndProcess(newcomer)
    expect(atSubmit).toEqual(["LogonRequestSubmitted"])
    expect(processed.filter((type) => /Approved|Contest|LetterMailed/u.test(type))).toEqual([
      "LogonRequestApproved",
      "ContestBegun",
      "LetterMailed"
    ])
  })

  test("is none where a hold refers the newcomer: whoever is there may still close registration", async () => {
    const { master, newcomer, person } = await masterOnALetter()
    await onFile(person, { holds: ["identity-theft"] })
    const { atSubmit, processed } = await submitAndProcess(newcomer)
    expect([...atSubmit, ...processed]).not.toContain("ContestBegun")
    expect((await lockRegistration(master.visitor)).status).toBe(200)
  })
})

test("every change about a taxpayer takes the one lock, and one contest, though its rows have digests of an older key", async () => {
  const { owner, person, thief } = await thiefFirst()
  const { idType, id } = person
  const [present, older] = await house.runtime.runPromise(
    Effect.gen(function* () {
      const all = (yield* Digests).allOfTaxpayer({ idType, digits: Redacted.make(id) })
      const { run } = yield* Database
      for (const table of [accessGrantTable, logonRequestTable])
        yield* run((db) => db.update(table).set({ taxpayerDigest: all[1]! }).where(eq(table.taxpayerDigest, all[0]!)))
      yield* run((db) =>
        db.insert(contestTable).values({
          id: "00000000-0000-4000-8000-000000000001",
          taxpayerDigest: all[1]!,
          because: "not-me",
          endedBy: "letter",
          openedAt: new Date(goldenInstant)
        })
      )
      return all
    })
  )
  expect(older).not.toBe(present)
  const spy = vi.spyOn(pg.Client.prototype, "query")
  try {
    await notMe(await codeInMessages(thief))
    await notMe(codesAt("Former", person)[0]!)
    await approvedPerson(house, as(person, "late"))
    await ask(person)
    await enterLetter(owner, letterIdsOf(person).at(-1)!)
    house.clock.advance("31 days")
    await house.runtime.runPromise(purge)
    const locked = spy.mock.calls.flatMap((call: ReadonlyArray<unknown>) =>
      JSON.stringify(call).includes("pg_advisory_xact_lock") ? [JSON.stringify(call)] : []
    )
    expect(locked.some((call) => call.includes(present!))).toBe(true)
    expect(locked.filter((call) => call.includes(older!))).toEqual([])
  } finally {
    spy.mockRestore()
  }
  const contests = await house.runtime.runPromise(
    Effect.flatMap(Database, ({ run }) =>
      run((db) => db.select().from(contestTable).where(eq(contestTable.taxpayerDigest, older!)))
    )
  )
  const others = await house.runtime.runPromise(
    Effect.flatMap(Database, ({ run }) =>
      run((db) => db.select().from(contestTable).where(eq(contestTable.taxpayerDigest, present!)))
    )
  )
  expect([contests.map(({ endedBy }) => endedBy), others.length]).toEqual([["staff"], 0])
})

test("POST /v1/not-me answers the same bytes whatever the code does", async () => {
  const { person, thief } = await thiefFirst()
  const [ofTheThief, ofTheOwner] = codesAt("Contest", person)
  const message = await codeInMessages(thief)
  const told = [
    await notMe("K7QF-2MZX-91AB-7TTE"),
    await notMe("no code"),
    await notMe(message),
    await notMe(message),
    await notMe(codesAt("Former", person)[0]!),
    await notMe(ofTheThief!),
    await notMe(ofTheOwner!)
  ]
  expect(new Set(told.map(seen)).size).toBe(1)
  expect(told[0]!.text).toBe("{}")
})

describe("D-62 letters on request", () => {
  test("a used letter no longer blocks the next; three are mailed in 90 days, those of a contest not counted", async () => {
    const { person, owner, thief } = await thiefFirst()
    await notMe(await codeInMessages(thief))
    await notMe(codesAt("Contest", person)[0]!)
    expect(letterIdsOf(person)).toHaveLength(2)
    for (const expected of [3, 3]) {
      await ask(person)
      expect(letterIdsOf(person)).toHaveLength(expected)
    }
    await enterLetter(owner, letterIdsOf(person).at(-1)!)
    await ask(person)
    expect(letterIdsOf(person)).toHaveLength(4)
    house.clock.advance("14 days")
    await ask(person)
    house.clock.advance("14 days")
    await ask(person)
    expect(letterIdsOf(person)).toHaveLength(5)
    house.clock.advance("62 days")
    await ask(person)
    expect(letterIdsOf(person)).toHaveLength(6)
  })
})
