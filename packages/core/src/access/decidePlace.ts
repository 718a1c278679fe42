import type { DateTime } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { AccountType } from "../taxpayer/accountTypeSchema.ts"
import type { ContestEvent } from "./ContestEvent.ts"
import type { Evidence } from "../verification/claimKinds.ts"
import type { Role } from "./Role.ts"
import { standingOf } from "./standingOf.ts"
import type { OwnAccess, TaxpayerAccess } from "./TaxpayerAccess.ts"

/** The proof of the person whose place is decided. */
export interface ShownProof {
  readonly evidence: Evidence
  /** When the letter of the proof was mailed; null: it is none. */
  readonly letterMailedAt: DateTime.Utc | null
}

/** The place of a verified person on a taxpayer. */
export interface Place {
  readonly role: Role
  /** Every other access by a proof of its own ends, and so does the contest, once the newcomer has logged in. */
  readonly displaces: boolean
  readonly events: ReadonlyArray<ContestEvent>
}

/** Whether someone's access rests on a letter. A frozen logon counts; one that waits for its first log-in does not. */
export const isLetterStanding = ({ accesses }: TaxpayerAccess): boolean =>
  accesses.some(({ evidence, state }) => state !== "waiting" && standingOf(evidence) === "letter")

/** Whether a proof outranks everyone who has access. @rule D-25 */
export const isOutranked = (
  access: TaxpayerAccess,
  { evidence, letterMailedAt }: ShownProof,
  ask: Pick<RuleSetInForce["ask"], "contest">
): boolean => {
  const { contest } = access
  const facts = {
    evidence,
    letterStands: isLetterStanding(access),
    openedAt: contest === null ? null : contest.openSince.epochMilliseconds,
    staffOnly: contest?.endedBy === "staff",
    letterMailedAt: letterMailedAt === null ? null : letterMailedAt.epochMilliseconds
  }
  return ask.contest.evaluate({ contest: facts }).decision._tag === "Accepted"
}

/**
 * Returns which role a verified person gets, and who loses access because of them. Pure.
 *
 * **Details**
 *
 * While a contest is open or a logon is frozen, an amount makes no Master Administrator. Otherwise, the owner of a frozen logon
 * could come back with an amount. A letter against a letter is a contest.
 *
 * @rule D-10 @rule D-25 @rule D-62
 */
export const decidePlace = (
  access: TaxpayerAccess,
  proof: ShownProof,
  accountType: AccountType,
  ask: Pick<RuleSetInForce["ask"], "contest" | "role">
): Place | null => {
  const { contest } = access
  const accesses = access.accesses.filter(({ state }) => state !== "waiting")
  const isSomebodyThere = accesses.length > 0 || contest !== null
  const displaces = isSomebodyThere && isOutranked(access, proof, ask)
  const masterExists =
    contest !== null || accesses.some(({ role, state }) => role === "MasterAdministrator" || state === "suspended")
  const { decision } = ask.role.evaluate({ access: { masterExists: masterExists && !displaces, accountType } })
  if (decision._tag !== "Accepted") return null
  const isContest =
    !displaces && contest === null && standingOf(proof.evidence) === "letter" && isLetterStanding(access)
  const settled: ReadonlyArray<ContestEvent> = displaces ? [{ _tag: "ContestSettled" }] : []
  const begun: ReadonlyArray<ContestEvent> = isContest
    ? [{ _tag: "ContestBegun", because: "second-letter", endedBy: "letter" }]
    : []
  return { role: decision.grant, displaces, events: [...settled, ...begun] }
}

/**
 * Whether a newcomer who is approved now stands on a letter beside a Master Administrator on one: that is a contest. Pure.
 *
 * **Gotchas**
 *
 * One who waits for a first log-in is decided about then.
 *
 * @rule D-60
 */
export const isSecondLetter = ({ accesses, contest }: TaxpayerAccess, logonId: string): boolean => {
  const own = accesses.find((each) => each.logonId === logonId)
  const others = accesses.filter((each) => each !== own)
  return (
    contest === null &&
    own?.state === "reserved" &&
    own.role !== "MasterAdministrator" &&
    standingOf(own.evidence) === "letter" &&
    isLetterStanding({ accesses: others, contest })
  )
}

/**
 * Decides again, at the first log-in, the place of a newcomer whose letter outranked others at submit. Others may have come since
 * then. Pure.
 *
 * **Details**
 *
 * `since` is the time of the submit.
 *
 * **Gotchas**
 *
 * The newcomer is a party of a contest that opened since then. Their access rests on a letter, so their own earlier letter does
 * not end the contest.
 *
 * @rule D-32 @rule D-62 @adr 0040
 */
export const decidePlaceAtFirstLogIn = (
  { accesses, contest }: TaxpayerAccess,
  grantId: string,
  since: DateTime.Utc,
  proof: ShownProof,
  accountType: AccountType,
  ask: Pick<RuleSetInForce["ask"], "contest" | "role">
): Place | null => {
  const isParty = contest !== null && contest.openSince.epochMilliseconds > since.epochMilliseconds
  const asParty = (each: OwnAccess): OwnAccess =>
    isParty && each.grantId === grantId ? { ...each, state: "effective" } : each
  return decidePlace({ accesses: accesses.map(asParty), contest }, proof, accountType, ask)
}
