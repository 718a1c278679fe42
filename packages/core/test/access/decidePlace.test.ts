import { DateTime } from "effect"
import { describe, expect, test } from "vitest"
import { decidePlace } from "../../src/access/decidePlace.ts"
import type { OpenContest, OwnAccess } from "../../src/access/TaxpayerAccess.ts"
import { sandbox } from "../outcomeOf.ts"

const at = (day: number): DateTime.Utc => DateTime.makeUnsafe(day * 86_400_000)
const own = (role: OwnAccess["role"], more: Partial<OwnAccess> = {}): OwnAccess => ({
  grantId: "grant",
  logonId: "logon",
  role,
  evidence: "amount",
  state: "effective",
  ...more
})
const master = own("MasterAdministrator")
const letterMaster = own("MasterAdministrator", { evidence: "letterId" })
const open: OpenContest = { openSince: at(10), endedBy: "letter" }

describe("D-25, D-62 the place of a verified newcomer", () => {
  test.each<{
    what: string
    accesses: ReadonlyArray<OwnAccess>
    contest?: OpenContest
    letter?: number
    says: string
  }>([
    { what: "an amount where nobody is", accesses: [], says: "Master" },
    { what: "an amount beside a Master", accesses: [master], says: "Tax" },
    {
      what: "an amount where the only one is frozen",
      accesses: [own("MasterAdministrator", { state: "suspended" })],
      says: "Tax"
    },
    { what: "an amount in a contest that nobody is left of", accesses: [], contest: open, says: "Tax" },
    { what: "an amount beside a Tax Administrator alone", accesses: [own("TaxAdministrator")], says: "Master" },
    { what: "a letter where nobody is", accesses: [], letter: 1, says: "Master" },
    {
      what: "a letter beside amounts, whenever it was mailed",
      accesses: [master],
      letter: 1,
      says: "Master ContestSettled"
    },
    {
      what: "a letter in a contest among amounts",
      accesses: [master],
      contest: open,
      letter: 1,
      says: "Master ContestSettled"
    },
    { what: "a letter beside a letter", accesses: [letterMaster], letter: 20, says: "Tax ContestBegun" },
    {
      what: "a letter of before in a contest about a letter",
      accesses: [letterMaster],
      contest: open,
      letter: 9,
      says: "Tax"
    },
    {
      what: "the letter that the contest mailed",
      accesses: [letterMaster],
      contest: open,
      letter: 10,
      says: "Master ContestSettled"
    },
    { what: "a letter of after", accesses: [letterMaster], contest: open, letter: 11, says: "Master ContestSettled" },
    {
      what: "a letter where staff end the contest",
      accesses: [master],
      contest: { ...open, endedBy: "staff" },
      letter: 20,
      says: "Tax"
    }
  ])("$what: $says", ({ accesses, contest = null, letter, says }) => {
    const proof =
      letter === undefined
        ? ({ evidence: "amount", letterMailedAt: null } as const)
        : ({ evidence: "letterId", letterMailedAt: at(letter) } as const)
    const place = decidePlace({ accesses, contest }, proof, "personal-income-tax", sandbox.ask)!
    const role = place.role.role === "MasterAdministrator" ? "Master" : "Tax"
    expect([role, ...place.events.map(({ _tag }) => _tag)].join(" ")).toBe(says)
    expect(place.displaces).toBe(says.endsWith("ContestSettled"))
  })
})
