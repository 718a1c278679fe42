import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { interleavings } from "./interleavings.ts"
import type { Act, Actor } from "./interleavings.ts"
import type { ProofLine } from "./ProofLine.ts"

const lineOf = <S>(id: string, claim: string, start: S, actors: ReadonlyArray<Actor<S>>): ProofLine => {
  const { states, wrong } = interleavings(start, actors)
  return { id, claim, cases: states, ...(wrong && { counterExample: wrong }) }
}

/** A moment passes: an act of the clock's own, so that it can pass between any two others. */
const wait = <S extends { readonly minute: number }>(minutes: number): readonly [string, Act<S>] => [
  `waits ${minutes} minutes`,
  (state) => ({ next: { ...state, minute: state.minute + minutes } })
]

type Grant = "none" | "reserved master" | "effective master" | "tax" | "ended"

interface Masters {
  readonly minute: number
  readonly grants: readonly [Grant, Grant, Grant]
  /** What the three people read before they write, where reading and writing are not one transaction. */
  readonly read: readonly [boolean | null, boolean | null, boolean | null]
  readonly contestSince: number | null
  /** The Master Administrator stands on a letter. */
  readonly onLetter: boolean
}

const isMaster = (grant: Grant) => grant === "reserved master" || grant === "effective master"

/**
 * I23: three people register for one taxpayer, one is denied or never comes, one contests.
 *
 * **Details**
 *
 * `underLock: false` is how it would be if the role was read in one transaction and taken in another: it shows that the model
 * would find two Masters.
 */
export const modelMasters = ({ ask }: StateRuleSet, underLock = true): ProofLine => {
  const set = (state: Masters, who: number, grant: Grant): Masters => ({
    ...state,
    grants: state.grants.map((its, i) => (i === who ? grant : its)) as unknown as Masters["grants"]
  })
  const checked = (before: Masters, next: Masters): { readonly next: Masters; readonly wrong?: string } => {
    if (next.grants.filter(isMaster).length > 1) return { next, wrong: "two Master Administrators" }
    const lost = before.grants.some((grant, i) => grant === "effective master" && next.grants[i] !== "effective master")
    return lost && !next.grants.some(isMaster)
      ? { next, wrong: "a Master Administrator is gone, and none is there" }
      : { next }
  }
  const take = (state: Masters, who: number, masterExists: boolean): Masters => {
    const decided = ask.role.evaluate({ access: { masterExists, accountType: "personal-income-tax" } }).decision
    const isFirst = decided._tag === "Accepted" && decided.grant.role === "MasterAdministrator"
    return set(state, who, isFirst ? "reserved master" : "tax")
  }
  const submit = (who: number): ReadonlyArray<readonly [string, Act<Masters>]> =>
    underLock
      ? [["submits", (state) => checked(state, take(state, who, state.grants.some(isMaster)))]]
      : [
          [
            "asks for the role",
            (state) => ({
              next: {
                ...state,
                read: state.read.map((its, i) => (i === who ? state.grants.some(isMaster) : its)) as never
              }
            })
          ],
          ["takes it", (state) => checked(state, take(state, who, state.read[who] === true))]
        ]
  const logIn = (who: number): readonly [string, Act<Masters>] => [
    "logs in for the first time",
    (state) =>
      state.grants[who] === "reserved master" ? checked(state, set(state, who, "effective master")) : { next: state }
  ]
  const never = (who: number): readonly [string, Act<Masters>] => [
    "is denied, or never logs in",
    (state) => (state.grants[who] === "effective master" ? { next: state } : checked(state, set(state, who, "ended")))
  ]
  const open: readonly [string, Act<Masters>] = [
    "says: this was not me",
    (state) => ({ next: { ...state, contestSince: state.contestSince ?? state.minute } })
  ]
  const contest = (who: number, evidence: "amount" | "letterId", mailedAt: number): readonly [string, Act<Masters>] => [
    `contests with ${evidence === "amount" ? "an amount" : "a letter"}`,
    (state) => {
      const { grants } = state
      if (!isMaster(grants[who]!) && grants[who] !== "tax") return { next: state }
      const facts = {
        contest: {
          evidence,
          letterStands: state.onLetter,
          openedAt: state.contestSince,
          staffOnly: false,
          letterMailedAt: evidence === "amount" ? null : mailedAt
        }
      }
      if (ask.contest.decide(facts)._tag !== "Accepted") return { next: state }
      const ended = grants.map((grant, i) => (i === who ? "effective master" : isMaster(grant) ? "ended" : grant))
      const next = { ...state, grants: ended as unknown as Masters["grants"], contestSince: null, onLetter: true }
      return evidence === "amount" ? { next, wrong: "an amount took the place" } : checked(state, next)
    }
  ]
  return lineOf<Masters>(
    "I23",
    "there is at most one Master Administrator, reserved or effective, and none leaves without a successor",
    { minute: 0, grants: ["none", "none", "none"], read: [null, null, null], contestSince: null, onLetter: false },
    [
      { name: "a thief", acts: [...submit(0), logIn(0), contest(0, "amount", 0), never(0)] },
      { name: "the owner", acts: [...submit(1), logIn(1), open, contest(1, "letterId", 2), logIn(1)] },
      { name: "the spouse", acts: [...submit(2), never(2), ...submit(2), contest(2, "letterId", 2)] },
      { name: "the clock", acts: [wait(1), wait(1)] }
    ]
  )
}
