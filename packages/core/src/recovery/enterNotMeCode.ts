import { DateTime, Effect, Redacted } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import { isLetterStanding } from "../access/decidePlace.ts"
import { heirOf } from "../access/endAccess.ts"
import { decideNotMe } from "../access/notMeRules.ts"
import type { NotMePower } from "../access/notMeRules.ts"
import { standingOf } from "../access/standingOf.ts"
import type { OwnAccess } from "../access/TaxpayerAccess.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { letterOfContest } from "../logon-request/letterOfContest.ts"
import { Freezes } from "./Freezes.ts"
import type { FreezeFacts, FrozenAccess, KnownAccess, NotMeChange } from "./Freezes.ts"
import { parseNotMeCode } from "./parseNotMeCode.ts"

const isLive = ({ state }: OwnAccess): boolean => state !== "suspended"

/** What is suspended, who is Master Administrator then, and whether a contest begins. */
const changeOf = (
  { accesses, contest, key, letterRowId }: KnownAccess,
  suspended: OwnAccess | undefined,
  passesOn: boolean,
  begins: { readonly endedBy: "letter" | "staff" } | null
): FrozenAccess => {
  const heir = passesOn && suspended !== undefined ? heirOf({ accesses, contest }, suspended) : undefined
  const isNew = begins !== null && (contest === null || (begins.endedBy === "staff" && contest.endedBy === "letter"))
  const happened: ReadonlyArray<ContestEvent> = [
    ...(suspended === undefined ? [] : [{ _tag: "RoleSuspended" } as const]),
    ...(heir === undefined ? [] : [{ _tag: "RolePassedOn" } as const]),
    ...(isNew ? [{ _tag: "ContestBegun", because: "not-me", ...begins } as const] : [])
  ]
  return {
    key,
    suspends: suspended?.grantId ?? null,
    promotes: heir?.grantId ?? null,
    contest: isNew ? begins : null,
    events: [...happened, ...letterOfContest(happened, letterRowId)]
  }
}

const powerOver = (known: KnownAccess, named: OwnAccess | undefined, code: FreezeFacts["code"]): NotMePower => {
  const receiver = known.accesses.find(({ logonId }) => logonId === code.receiverId)
  return decideNotMe({
    channel: code.channel,
    receiver:
      code.receiverId === null
        ? null
        : receiver !== undefined && isLive(receiver)
          ? standingOf(receiver.evidence)
          : "gone",
    named: named === undefined ? null : standingOf(named.evidence),
    letterStands: isLetterStanding(known)
  })
}

const nothing = (event: "NotMeCodeRefused" | "NotMeCodeRecorded", isUsed: boolean): NotMeChange => ({
  isUsed,
  freezes: false,
  events: [{ _tag: event }],
  accesses: []
})

/** The code of a new logon: it acts on the access that its notice names, and on no other. */
const decideOnAccess = ({ accesses: [known], code }: FreezeFacts): NotMeChange => {
  const named = known?.accesses.find((each) => each.grantId === code.grantId && isLive(each))
  const power = known === undefined ? "record" : powerOver(known, named, code)
  if (known === undefined || power === "record") return nothing("NotMeCodeRecorded", true)
  const change =
    power === "freeze"
      ? changeOf(known, named, true, null)
      : changeOf(known, undefined, false, { endedBy: power === "contest" ? "letter" : "staff" })
  if (change.events.length === 0) return nothing("NotMeCodeRecorded", true)
  const events = power === "freeze" ? [{ _tag: "LogonFrozen", because: "logon" } as const] : []
  return { isUsed: true, freezes: power === "freeze", events, accesses: [change] }
}

/** The code of a change: it went to the logon that was changed, closes that one, and puts back what was. */
const decideOnChange = (
  { accesses, code }: FreezeFacts,
  part: Exclude<FreezeFacts["code"]["part"], "logon">
): NotMeChange => ({
  isUsed: true,
  freezes: true,
  events: [
    { _tag: "ChangeUndone", part },
    { _tag: "LogonFrozen", because: part }
  ],
  accesses: accesses.map((known) => {
    const own = known.accesses.find((each) => each.logonId === code.logonId && isLive(each))
    return changeOf(known, own, false, own?.role === "MasterAdministrator" ? { endedBy: "letter" } : null)
  })
})

/** What a "this was not me" code does. Pure. @rule D-26 @rule D-60 @rule D-62 */
export const decideNotMeCode = (facts: FreezeFacts, { ask }: RuleSetInForce, now: DateTime.Utc): NotMeChange => {
  const { expiresAt, part, state } = facts.code
  const mailedLink = { state, now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(expiresAt) }
  if (ask.mailedLink.evaluate({ mailedLink }).decision._tag !== "Accepted") return nothing("NotMeCodeRefused", false)
  // Nobody has it any more: there is nothing to close, and its username may be somebody else's by now (D-32).
  if (facts.status === "expired") return nothing("NotMeCodeRecorded", true)
  return part === "logon" ? decideOnAccess(facts) : decideOnChange(facts, part)
}

/**
 * Acts on a "this was not me" code. The effect depends on what the code is for, and on where its notice went.
 *
 * **Details**
 *
 * The code of a change closes the logon that was changed and undoes the change. The code of a new logon freezes it, opens a
 * contest, or is recorded only (`decideNotMe`).
 *
 * **Gotchas**
 *
 * The response is the same for every code: unknown, used, too old, without effect or valid. A thief who changes the mailbox first
 * still loses the logon: every change has its own code, mailed to the previous address.
 */
export const enterNotMeCode = Effect.fn("enterNotMeCode")(function* (typed: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const code = parseNotMeCode(Redacted.value(typed))
  yield* (yield* Freezes).change(Redacted.make(code ?? ""), now, (facts) => decideNotMeCode(facts, rules, now))
})
