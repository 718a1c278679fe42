import { DateTime } from "effect"
import { describe, expect, test } from "vitest"
import type { Evidence } from "../../src/verification/claimKinds.ts"
import type { OpenContest, OwnAccess } from "../../src/access/TaxpayerAccess.ts"
import { decideNotMeCode } from "../../src/recovery/enterNotMeCode.ts"
import type { FreezeFacts } from "../../src/recovery/Freezes.ts"
import { sandboxRuleSet } from "../../src/testing/memoryLayer.ts"

const now = DateTime.makeUnsafe("2020-11-20T18:55:15Z")
const rules = { ...sandboxRuleSet, pin: { id: sandboxRuleSet.id, hash: "" } }

const access = (logonId: string, role: OwnAccess["role"], evidence: Evidence = "amount"): OwnAccess => ({
  grantId: `grant of ${logonId}`,
  logonId,
  role,
  evidence,
  state: "effective"
})
const thief = access("thief", "MasterAdministrator")
const owner = access("owner", "TaxAdministrator")

const code = (named: OwnAccess, more: Partial<FreezeFacts["code"]> = {}): FreezeFacts["code"] => ({
  state: "open",
  expiresAt: DateTime.add(now, { days: 90 }),
  part: "logon",
  logonId: named.logonId,
  grantId: named.grantId,
  channel: "post",
  receiverId: null,
  ...more
})
const entered = (
  ofCode: FreezeFacts["code"],
  accesses: ReadonlyArray<OwnAccess> = [thief, owner],
  contest: OpenContest | null = null,
  status: FreezeFacts["status"] = "active"
) => {
  const known = { key: "taxpayer", accesses, contest, letterRowId: "letter" }
  const change = decideNotMeCode({ code: ofCode, status, accesses: [known] }, rules, now)
  const [one] = change.accesses
  const events = [...change.events, ...(one?.events ?? [])].map(({ _tag }) => _tag)
  return { freezes: change.freezes, isUsed: change.isUsed, suspends: one?.suspends, promotes: one?.promotes, events }
}

describe("D-62 a code from the post", () => {
  test("D-32 about a logon that expired is recorded: nobody has it any more, and there is nothing to close", () => {
    const of = code(thief)
    expect(entered(of, [thief, owner], null, "expired")).toMatchObject({
      freezes: false,
      isUsed: true,
      events: ["NotMeCodeRecorded"]
    })
  })

  test("suspends the Master Administrator, and the oldest that is left has the role", () => {
    expect(entered(code(thief))).toEqual({
      freezes: true,
      isUsed: true,
      suspends: "grant of thief",
      promotes: "grant of owner",
      events: ["LogonFrozen", "RoleSuspended", "RolePassedOn", "LetterMailed"]
    })
  })

  test("about a Tax Administrator moves no role", () => {
    const { promotes, suspends } = entered(code(owner))
    expect([suspends, promotes]).toEqual(["grant of owner", null])
  })

  test("passes no role on to somebody who is frozen", () => {
    const frozen = { ...owner, state: "suspended" } as const
    expect(entered(code(thief), [frozen, thief]).promotes).toBeNull()
  })

  test("about a logon on a letter freezes nobody: a contest begins", () => {
    const master = access("owner", "MasterAdministrator", "letterId")
    expect(entered(code(master), [master])).toMatchObject({
      freezes: false,
      suspends: null,
      events: ["ContestBegun", "LetterMailed"]
    })
  })

  test("of what is frozen already, or has ended, is recorded and used up", () => {
    const recorded = { freezes: false, isUsed: true, events: ["NotMeCodeRecorded"] }
    expect(entered(code(thief), [{ ...thief, state: "suspended" }, owner])).toMatchObject(recorded)
    expect(entered(code(thief), [owner])).toMatchObject(recorded)
  })
})

describe("D-60 a code that reached a logon", () => {
  const message = { channel: "e-message", receiverId: "thief" } as const

  test("on an amount opens a contest, once", () => {
    expect(entered(code(owner, message)).events).toEqual(["ContestBegun", "LetterMailed"])
    const contest = { openSince: now, endedBy: "letter" } as const
    expect(entered(code(owner, message), undefined, contest).events).toEqual(["NotMeCodeRecorded"])
  })

  test("that is frozen meanwhile does nothing", () => {
    const frozen = { ...thief, state: "suspended" } as const
    expect(entered(code(owner, message), [frozen, owner]).events).toEqual(["NotMeCodeRecorded"])
  })

  test("that has entered a letter code freezes one on an amount", () => {
    const master = access("owner", "MasterAdministrator", "letterId")
    const late = access("late", "TaxAdministrator")
    const told = entered(code(late, { channel: "e-message", receiverId: "owner" }), [master, late])
    expect(told).toMatchObject({ freezes: true, suspends: "grant of late", promotes: null })
  })
})

test("D-60 a code from the previous address makes of a contest one that staff end", () => {
  const contest = { openSince: now, endedBy: "letter" } as const
  const former = code(owner, { channel: "former-post" })
  expect(entered(former, undefined, contest).events).toEqual(["ContestBegun", "LetterMailed"])
  expect(entered(former, undefined, { ...contest, endedBy: "staff" }).events).toEqual(["NotMeCodeRecorded"])
})

describe("D-26 the code of a change", () => {
  const changed = (named: OwnAccess) => code(named, { part: "password", channel: "email", receiverId: named.logonId })

  test("closes its own logon into a contest where that is Master Administrator, and passes no role on", () => {
    const told = entered(changed({ ...thief, grantId: "" }))
    expect(told).toMatchObject({ freezes: true, suspends: "grant of thief", promotes: null })
    expect(told.events).toEqual(["ChangeUndone", "LogonFrozen", "RoleSuspended", "ContestBegun", "LetterMailed"])
  })

  test("puts nobody else on hold where it is not", () => {
    expect(entered(changed(owner)).events).toEqual(["ChangeUndone", "LogonFrozen", "RoleSuspended", "LetterMailed"])
  })
})

test("a code that was used, or is too old, does nothing and stays as it was", () => {
  const refused = { freezes: false, isUsed: false, events: ["NotMeCodeRefused"] }
  expect(entered(code(thief, { state: "used" }))).toMatchObject(refused)
  expect(entered(code(thief, { expiresAt: now }))).toMatchObject(refused)
})
