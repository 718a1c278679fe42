import { describe, expect, test } from "vitest"
import { displaceOthers, endAccess, heirOf } from "../../src/access/endAccess.ts"
import type { OwnAccess } from "../../src/access/TaxpayerAccess.ts"

const access = (logonId: string, more: Partial<OwnAccess> = {}): OwnAccess => ({
  grantId: `grant of ${logonId}`,
  logonId,
  role: "TaxAdministrator",
  evidence: "amount",
  state: "effective",
  ...more
})
const master = access("master", { role: "MasterAdministrator" })
const reserved = access("reserved", { state: "reserved" })
const onALetter = access("letter", { evidence: "letterId" })
const frozen = access("frozen", { role: "MasterAdministrator", state: "suspended" })
const waiting = access("waiting", { role: "MasterAdministrator", evidence: "letterId", state: "waiting" })
const [older, newer] = [access("older"), access("newer")]

describe("D-62 the heir of a Master Administrator who is gone", () => {
  test.each<{ what: string; gone?: OwnAccess; left: ReadonlyArray<OwnAccess>; heir: string | undefined }>([
    { what: "nobody is left", left: [], heir: undefined },
    { what: "the oldest of two on amounts", left: [older, newer], heir: "older" },
    { what: "who has logged in before one who never did", left: [reserved, newer], heir: "newer" },
    { what: "who never logged in, where nobody else is", left: [reserved], heir: "reserved" },
    { what: "who stands on a letter before who is older", left: [older, onALetter], heir: "letter" },
    { what: "nobody who is frozen", left: [frozen], heir: undefined },
    { what: "nobody who waits for a first log-in", left: [waiting], heir: undefined },
    { what: "nobody, of one who was no Master Administrator", gone: older, left: [newer], heir: undefined },
    { what: "nobody, of one who was frozen already", gone: frozen, left: [newer], heir: undefined },
    { what: "nobody, of one who waited", gone: waiting, left: [newer], heir: undefined },
    { what: "nobody, where a Master Administrator is left", gone: frozen, left: [master], heir: undefined }
  ])("$what", ({ gone = master, heir, left }) => {
    expect(heirOf({ accesses: [gone, ...left], contest: null }, gone)?.logonId).toBe(heir)
  })
})

test("D-33 an access that ends takes nothing of others, and none that is not there", () => {
  const accesses = [master, older]
  expect(endAccess({ accesses, contest: null }, "older")).toEqual({
    change: { ends: ["grant of older"], suspends: null, promotes: null },
    events: []
  })
  expect(endAccess({ accesses, contest: null }, "nobody").change.ends).toEqual([])
})

test("D-62 a letter that wins ends everybody else, the frozen too, but not who waits for a first log-in", () => {
  const accesses = [master, older, frozen, waiting]
  expect(displaceOthers({ accesses, contest: null }, "older").ends).toEqual(["grant of master", "grant of frozen"])
})
