import { DateTime, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../../packages/core/src/decisions/RuleSetInForce.ts"
import { decideLogIn } from "../../packages/core/src/login/logIn.ts"
import type { LogInFacts } from "../../packages/core/src/login/logIn.ts"
import { decideResend } from "../../packages/core/src/login/resendActivation.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { decideTypedCode } from "../../packages/core/src/two-step/confirmSecurityCode.ts"
import { decideSend } from "../../packages/core/src/two-step/sendSecurityCode.ts"
import { interleavings } from "./interleavings.ts"
import type { Act, Actor } from "./interleavings.ts"
import type { ProofLine } from "./ProofLine.ts"

/** Minutes after the walk-through's submit. */
const at = (minutes: number): DateTime.Utc => DateTime.add(DateTime.makeUnsafe("2020-11-20T18:55:15Z"), { minutes })
const rulesOf = (ruleSet: StateRuleSet): RuleSetInForce => ({ ...ruleSet, pin: { id: ruleSet.id, hash: "" } })

const lineOf = <S>(id: string, claim: string, start: S, actors: ReadonlyArray<Actor<S>>): ProofLine => {
  const { states, wrong } = interleavings(start, actors)
  return { id, claim, cases: states, ...(wrong && { counterExample: wrong }) }
}

/** A moment passes: an act of the clock's own, so that it can pass between any two others. */
const wait = <S extends { readonly minute: number }>(minutes: number): readonly [string, Act<S>] => [
  `waits ${minutes} minutes`,
  (state) => ({ next: { ...state, minute: state.minute + minutes } })
]

interface Links {
  readonly minute: number
  readonly status: LogInFacts["status"]
  /** Oldest first; only the newest can be open. */
  readonly links: ReadonlyArray<{ readonly state: "open" | "used" | "superseded"; readonly until: number }>
  /** Who has a session by the password. */
  readonly sessions: ReadonlyArray<string>
  /** Whether a way of two-step verification works. */
  readonly works: boolean
  readonly activations: number
}

/**
 * I9: three people with links of one e-mail, two of them old, and a person who asks for new ones; whoever has a session tries
 * to bring a way of their own.
 */
export const modelActivation = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const hours = ruleSet.policy.logon.activation.lifetimeHours
  const factsOf = ({ links, status, works }: Links, link: number | null): LogInFacts => {
    const newest = links.at(-1)!
    return {
      status,
      activation: {
        equal: link === links.length - 1,
        known: link !== null && link < links.length - 1,
        state: newest.state,
        expiresAt: at(newest.until),
        resends: links.length - 1
      },
      trustedDevice: null,
      methods: works ? [{ id: "method", kind: "email", target: null, confirmed: true }] : [],
      failuresInARow: 0,
      termsVersion: ruleSet.policy.terms.version
    }
  }
  const logIn = (who: string, link: number | null): readonly [string, Act<Links>] => [
    link === null ? "logs in without a link" : `logs in with link ${link + 1}`,
    (state) => {
      const here = link !== null && link < state.links.length ? link : null
      const presented = { activationCode: here === null ? null : Redacted.make("link"), trustedDevices: [] }
      const decided = decideLogIn(factsOf(state, here), presented, rules, at(state.minute))
      if (Result.isFailure(decided)) return { next: state }
      const used = here === null ? undefined : state.links[here]
      const next = { ...state, sessions: [...new Set([...state.sessions, who])].sort() }
      if (state.works) return { next }
      if (used?.state !== "open") return { next, wrong: "opened by a link that was not open" }
      return used.until <= state.minute ? { next, wrong: "opened by a link whose time was over" } : { next }
    }
  ]
  const code = { equal: true, state: "open", failures: 0, purpose: "set-up", kind: "email" } as const
  const confirm = (who: string): readonly [string, Act<Links>] => [
    "confirms a way by the password alone",
    (state) => {
      if (!state.sessions.includes(who)) return { next: state }
      const { next: after } = decideTypedCode(
        {
          code: { ...code, expiresAt: at(state.minute + 1) },
          status: state.status,
          notMeId: "",
          failuresInARow: 0,
          lockedUntil: null,
          othersWork: state.works,
          termsVersion: ruleSet.policy.terms.version
        },
        rules,
        false,
        { browser: { name: { browser: "other", system: "other" }, isKnown: true }, level: "password" },
        at(state.minute)
      )
      if (after === "unchanged" || !after.confirmed) return { next: state }
      const next = {
        ...state,
        status: "active" as const,
        works: true,
        activations: state.activations + (after.activates ? 1 : 0),
        links: state.links.map((each) => (each.state === "open" ? { ...each, state: "used" as const } : each))
      }
      if (state.works) return { next, wrong: "a second way was confirmed by the password alone" }
      return next.activations === 1 ? { next } : { next, wrong: `activated ${next.activations} times` }
    }
  ]
  const resend: readonly [string, Act<Links>] = [
    "asks for a new link",
    (state) => {
      const isSent = decideResend(factsOf(state, null), rules, at(state.minute))._tag === "Success"
      if (!isSent) return { next: state }
      const dead = state.links.map((link) => (link.state === "open" ? { ...link, state: "superseded" as const } : link))
      return { next: { ...state, links: [...dead, { state: "open", until: state.minute + hours * 60 }] } }
    }
  ]
  const start: Links = {
    minute: 0,
    status: "approved",
    links: [{ state: "open", until: hours * 60 }],
    sessions: [],
    works: false,
    activations: 0
  }
  const claim = "a logon is activated once, by the newest link in its time, and the password alone brings no second way"
  return lineOf("I9", claim, start, [
    { name: "the owner", acts: [logIn("owner", 0), resend, logIn("owner", 1), logIn("owner", 2), confirm("owner")] },
    {
      name: "a thief with the first link",
      acts: [logIn("thief", 0), confirm("thief"), logIn("thief", null), confirm("thief")]
    },
    { name: "a thief with the mailbox", acts: [resend, logIn("guest", 1), logIn("guest", 2), confirm("guest")] },
    { name: "the clock", acts: [wait(hours * 60 - 1), wait(1), wait(hours * 60)] }
  ])
}

interface Codes {
  readonly minute: number
  readonly codes: ReadonlyArray<{
    readonly state: "open" | "confirmed" | "superseded"
    readonly failures: number
    readonly sentAt: number
    readonly until: number
  }>
  readonly inARow: number
  readonly lockedUntil: number | null
}

/** I10: who resends kills the code before; none is used twice, too late, or after too many tries. */
export const modelCodes = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const { code: policy } = ruleSet.policy.twoStep
  const send: readonly [string, Act<Codes>] = [
    "asks for a code",
    (state) => {
      const decided = decideSend(
        state.codes.map(({ sentAt }) => at(sentAt)),
        policy,
        at(state.minute)
      )
      if (Result.isFailure(decided)) return { next: state }
      const dead = state.codes.map((code) => (code.state === "open" ? { ...code, state: "superseded" as const } : code))
      const until = state.minute + policy.lifetimeMinutes
      return { next: { ...state, codes: [...dead, { state: "open", failures: 0, sentAt: state.minute, until }] } }
    }
  ]
  const type = (nth: number): readonly [string, Act<Codes>] => [
    nth < 0 ? "types a wrong code" : `types code ${nth + 1}`,
    (state) => {
      const newest = state.codes.at(-1)
      const code =
        newest === undefined
          ? null
          : {
              equal: nth === state.codes.length - 1,
              state: newest.state,
              failures: newest.failures,
              purpose: "log-in" as const,
              kind: "sms" as const,
              expiresAt: at(newest.until)
            }
      const lockedUntil = state.lockedUntil === null ? null : at(state.lockedUntil)
      const standing = {
        status: "active" as const,
        notMeId: "",
        othersWork: true,
        termsVersion: ruleSet.policy.terms.version
      }
      const { next } = decideTypedCode(
        { code, failuresInARow: state.inARow, lockedUntil, ...standing },
        rules,
        false,
        { browser: { name: { browser: "other", system: "other" }, isKnown: true }, level: "password" },
        at(state.minute)
      )
      if (next === "unchanged" || newest === undefined) return { next: state }
      const after: Codes = {
        ...state,
        codes: [...state.codes.slice(0, -1), { ...newest, state: next.state, failures: next.failures }],
        inARow: next.failuresInARow,
        lockedUntil: next.lockedUntil === null ? null : state.minute + policy.lockMinutes
      }
      if (!next.confirmed) return { next: after }
      if (nth !== state.codes.length - 1) return { next: after, wrong: "a code confirmed that a newer one had killed" }
      if (newest.state !== "open") return { next: after, wrong: "a code confirmed that was used or dead" }
      if (newest.until <= state.minute) return { next: after, wrong: "a code confirmed after its time" }
      if (newest.failures >= policy.maxTries) return { next: after, wrong: "a code confirmed after too many tries" }
      if (state.lockedUntil !== null && state.minute < state.lockedUntil)
        return { next: after, wrong: "a code confirmed under a lock" }
      return { next: after }
    }
  ]
  const guesses = Array.from({ length: Math.min(policy.maxTries, 6) }, () => type(-1))
  const start: Codes = { minute: 0, codes: [], inARow: policy.maxFailuresInARow - 3, lockedUntil: null }
  return lineOf("I10", "a resend kills the old code; none confirms twice, too late, or after too many tries", start, [
    { name: "the owner", acts: [send, type(0), send, type(0), type(1), type(1)] },
    { name: "a thief", acts: guesses },
    { name: "a second tab", acts: [send, type(0), type(1), type(2)] },
    { name: "the clock", acts: [wait(1), wait(policy.lifetimeMinutes - 1), wait(policy.lockMinutes)] }
  ])
}

interface Devices {
  readonly minute: number
  readonly trustedUntil: number
  readonly revoked: boolean
}

/** I11: a browser that was trusted for one logon, in the hands of three people. */
export const modelDevices = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const days = ruleSet.policy.twoStep.trustedDevice
  const minutes = (days === "off" ? 30 : days.lifetimeDays) * 24 * 60
  const method = { id: "method", kind: "sms", target: null, confirmed: true } as const
  const logIn = (sameLogon: boolean, hasToken: boolean): readonly [string, Act<Devices>] => [
    `logs in ${hasToken ? "with" : "without"} the browser's token${sameLogon ? "" : " to another logon"}`,
    (state) => {
      const trustedDevice = hasToken
        ? {
            sameLogon,
            revoked: state.revoked,
            replacedAt: null,
            expiresAt: DateTime.toEpochMillis(at(state.trustedUntil))
          }
        : null
      const facts: LogInFacts = {
        status: "active",
        failuresInARow: 0,
        termsVersion: ruleSet.policy.terms.version,
        activation: null,
        trustedDevice,
        methods: [method]
      }
      const presented = { activationCode: null, trustedDevices: hasToken ? [Redacted.make("token")] : [] }
      const decided = Result.getOrThrow(decideLogIn(facts, presented, rules, at(state.minute)))
      const skips = decided.answer.status === "logged_in"
      const may = hasToken && sameLogon && !state.revoked && state.minute < state.trustedUntil && days !== "off"
      if (skips && !may) return { next: state, wrong: "no code was asked" }
      return !skips && may ? { next: state, wrong: "a code was asked of a trusted device" } : { next: state }
    }
  ]
  const revoke: readonly [string, Act<Devices>] = [
    "removes the device",
    (state) => ({ next: { ...state, revoked: true } })
  ]
  return lineOf(
    "I11",
    "a trusted device skips the code only for its logon, before its end, and not after it was removed",
    { minute: 0, trustedUntil: minutes, revoked: false },
    [
      { name: "the owner", acts: [logIn(true, true), logIn(true, false), revoke, logIn(true, true)] },
      { name: "a spouse at the same browser", acts: [logIn(false, true), logIn(false, true)] },
      { name: "a thief with the token", acts: [logIn(true, true), logIn(true, true), logIn(true, true)] },
      { name: "the clock", acts: [wait(minutes - 1), wait(1), wait(1)] }
    ]
  )
}

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
    "at most one Master Administrator, reserved or effective, and none goes without a successor",
    { minute: 0, grants: ["none", "none", "none"], read: [null, null, null], contestSince: null, onLetter: false },
    [
      { name: "a thief", acts: [...submit(0), logIn(0), contest(0, "amount", 0), never(0)] },
      { name: "the owner", acts: [...submit(1), logIn(1), open, contest(1, "letterId", 2), logIn(1)] },
      { name: "the spouse", acts: [...submit(2), never(2), ...submit(2), contest(2, "letterId", 2)] },
      { name: "the clock", acts: [wait(1), wait(1)] }
    ]
  )
}
