import { DateTime, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../../packages/core/src/questions/RuleSetInForce.ts"
import { applyLogIn, logInFactsOf } from "../../packages/core/src/login/logIn.ts"
import { decideResend } from "../../packages/core/src/login/resendActivation.ts"
import { endLogOns } from "../../packages/core/src/logon/endLogOns.ts"
import { issueActivation } from "../../packages/core/src/logon/issueActivation.ts"
import type { Logon } from "../../packages/core/src/logon/Logon.ts"
import { revokeDevice } from "../../packages/core/src/logon/trustDevice.ts"
import { logonOf } from "../../packages/core/src/logon-request/logonOf.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { activationToken, memoryKeys, memorySecurityCode } from "../../packages/core/src/testing/memory/memoryKeys.ts"
import { addWay } from "../../packages/core/src/two-step/addTwoStepMethod.ts"
import { showSecurityCode } from "../../packages/core/src/two-step/confirmSecurityCode.ts"
import { applyShown } from "../../packages/core/src/two-step/confirmWith.ts"
import { liveMethods } from "../../packages/core/src/two-step/methodsOf.ts"
import { decideIssue } from "../../packages/core/src/two-step/sendSecurityCode.ts"
import { interleavings } from "./interleavings.ts"
import type { Act, Actor } from "./interleavings.ts"
import type { ProofLine } from "./ProofLine.ts"

const start = DateTime.makeUnsafe("2020-11-20T18:55:15Z")
const at = (minute: number): DateTime.Utc => DateTime.add(start, { minutes: minute })
const rulesOf = (ruleSet: StateRuleSet): RuleSetInForce => ({ ...ruleSet, pin: { id: ruleSet.id, hash: "" } })

/** A logon, who has which session and device of it, and what has come of it so far. */
interface World {
  readonly minute: number
  /** Ids that were made. */
  readonly made: number
  readonly logon: Logon
  /** The id of each person's session. */
  readonly sessions: Readonly<Record<string, string>>
  /** The tokens that the browser has kept, newest last. */
  readonly tokens: ReadonlyArray<string>
  readonly activations: number
}

/** What of a world decides its future: ids by their place, and nothing that has ended. Two that are alike here go on alike. */
const essenceOf = ({ activations, logon, minute, sessions, tokens }: World): unknown => {
  const live = logon.sessions.filter(({ endedAt }) => endedAt === null)
  const place = (id: string | null) => live.findIndex((session) => session.id === id)
  const ways = liveMethods(logon)
  const holders = Object.entries(sessions).map(([who, id]) => [who, place(id)])
  const newest = live.map(({ id }) => logon.codes.findLast(({ sessionId }) => sessionId === id)?.id)
  return [
    [minute, activations, logon.status, logon.missedCodes, logon.codesLockedUntil, holders.toSorted()],
    live.map(({ level, state }) => [level, state]),
    ways.map(({ confirmedAt, kind }) => [kind, confirmedAt !== null]),
    logon.activationCodes.map(({ expiresAt, state }) => [state, expiresAt]),
    logon.codes.map(({ expiresAt, failures, id, methodId, sentAt, sessionId, state }) => [
      [sentAt, newest.includes(id) ? [state, failures, expiresAt, place(sessionId)] : 0],
      ways.findIndex((way) => way.id === methodId)
    ]),
    logon.devices.map(({ expiresAt, revokedAt }) => [expiresAt, revokedAt !== null]),
    tokens.map((token) => logon.deviceTokens.find(({ tokenDigest }) => tokenDigest === `token:${token}`)?.replacedAt)
  ]
}

const lineOf = (id: string, claim: string, world: World, actors: ReadonlyArray<Actor<World>>): ProofLine => {
  const { states, wrong } = interleavings(world, actors, essenceOf)
  return { id, claim, cases: states, ...(wrong && { counterExample: wrong }) }
}

type Said = readonly [string, Act<World>]

/** A moment passes: an act of the clock's own, so that it can pass between any two others. */
const wait = (minutes: number): Said => [
  `waits ${minutes} minutes`,
  (world) => ({ next: { ...world, minute: world.minute + minutes } })
]

/** Keys of a world: the next ids are made after those that were. */
const keysIn = (world: World) => {
  let { made } = world
  const keys = memoryKeys((of) => `${of}-${(made += 1)}`)
  return { keys, now: at(world.minute), after: (next: Partial<World>): World => ({ ...world, made, ...next }) }
}

const browser = { name: { browser: "other", system: "other" }, isKnown: true } as const

const challengeIn = ({ logon, sessions }: World, who: string) => {
  const session = logon.sessions.find(({ endedAt, id }) => id === sessions[who] && endedAt === null)
  return session && { logonId: logon.id, sessionId: session.id, level: session.level, passwordAt: start, browser }
}

const approvedLogon = (ruleSet: StateRuleSet): World => {
  const hash = Redacted.make("")
  const contact = { phoneCountry: "US", phoneType: "cell", phoneNumber: "+16175550143" } as const
  const terms = { version: ruleSet.policy.terms.version, acceptedAt: start }
  const made = { passwordHash: hash, secretQuestion: null, secretAnswerHash: null, pinHash: hash, terms }
  const profile = { name: "LARRY MO", email: "larry@example.com", ...contact }
  const world = { minute: 0, made: 0, sessions: {}, tokens: [], activations: 0 }
  const { keys, after } = keysIn({ ...world, logon: {} as Logon })
  const place = { locale: "en", requestId: "request" }
  const reserved = logonOf(keys, { username: "larry", profile, taxProfessional: false, ...made }, place, start)
  const until = DateTime.add(start, { hours: ruleSet.policy.logon.activation.lifetimeHours })
  return after({ logon: { ...issueActivation(reserved, keys, until, start), status: "approved" } })
}

const activeLogon = (ruleSet: StateRuleSet, kind: "sms" | "email"): World => {
  const world = approvedLogon(ruleSet)
  const { keys, after } = keysIn(world)
  const { logon } = addWay(world.logon, keys, { kind, target: "+16175550143" }, start)
  const methods = logon.methods.map((way) => ({ ...way, confirmedAt: start }))
  return after({ logon: { ...logon, methods, status: "active", activationCodes: [] } })
}

const logIn =
  (rules: RuleSetInForce, who: string, link: number | null, shows: ReadonlyArray<number> = []): Act<World> =>
  (world) => {
    const { keys, now, after } = keysIn(world)
    const code = link === null ? undefined : world.logon.activationCodes[link]
    const presented = {
      activationCode: code === undefined ? null : activationToken(code.id),
      trustedDevices: shows.flatMap((nth) =>
        world.tokens[nth] === undefined ? [] : [Redacted.make(world.tokens[nth])]
      )
    }
    const { answer, next: logon } = applyLogIn(world.logon, keys, presented, rules, now)
    if (Result.isFailure(answer)) return { next: after({ logon }) }
    const { session, trustedDevice } = answer.success.tokens
    const sessions = { ...world.sessions, [who]: `token:${Redacted.value(session)}` }
    const tokens = trustedDevice === null ? world.tokens : [...world.tokens, Redacted.value(trustedDevice.now)]
    const next = after({ logon, sessions, tokens })
    if (liveMethods(world.logon).some(({ confirmedAt }) => confirmedAt !== null)) return { next }
    if (code?.state !== "open") return { next, wrong: "opened by a link that was not open" }
    return DateTime.isLessThanOrEqualTo(code.expiresAt, now)
      ? { next, wrong: "opened by a link whose time was over" }
      : { next }
  }

const bring =
  (rules: RuleSetInForce, who: string): Act<World> =>
  (world) => {
    const challenge = challengeIn(world, who)
    const works = liveMethods(world.logon).some(({ confirmedAt }) => confirmedAt !== null)
    if (challenge === undefined || works) return { next: world }
    const { keys, now, after } = keysIn(world)
    const added = addWay(world.logon, keys, { kind: "email", target: `${who}@example.com` }, now)
    return { next: after({ logon: decideIssue(added.logon, keys, challenge, added.method.id, rules, now).next }) }
  }

const typeCode =
  (rules: RuleSetInForce, who: string, which: (world: World) => string | undefined, trustDevice = false) =>
  (world: World) => {
    const challenge = challengeIn(world, who)
    const { keys, now, after } = keysIn(world)
    const id = which(world)
    if (challenge === undefined) return { next: world, confirmed: false, id }
    const code = id === undefined ? Redacted.make("000000") : memorySecurityCode(id)
    const shown = showSecurityCode(world.logon, keys, challenge, { code, methodId: null, trustDevice }, rules, now)
    const { answer, events, next: logon } = applyShown(world.logon, keys, challenge, shown, rules.policy, now)
    const confirmed = Result.isSuccess(answer)
    const session = confirmed ? answer.success.session : null
    const sessions =
      session === null ? world.sessions : { ...world.sessions, [who]: `token:${Redacted.value(session)}` }
    const activations = world.activations + events.filter(({ _tag }) => _tag === "LogonActivated").length
    return { next: after({ logon, sessions, activations }), confirmed, id }
  }

/**
 * I9: three people with links of one e-mail, two of them old, and a person who asks for new ones; whoever has a session tries
 * to bring a way of their own.
 */
export const modelActivation = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const hours = ruleSet.policy.logon.activation.lifetimeHours
  const opens = (who: string, link: number | null): Said => [
    link === null ? "logs in without a link" : `logs in with link ${link + 1}`,
    logIn(rules, who, link)
  ]
  const brings = (who: string): Said => ["adds a way by the password alone", bring(rules, who)]
  const own = (who: string) => (world: World) =>
    world.logon.codes.findLast(({ sessionId }) => sessionId === world.sessions[who])?.id
  const confirms = (who: string): Said => [
    "confirms it",
    (world) => {
      const worked = liveMethods(world.logon).some(({ confirmedAt }) => confirmedAt !== null)
      const { confirmed, next } = typeCode(rules, who, own(who))(world)
      if (confirmed && worked) return { next, wrong: "a second way was confirmed by the password alone" }
      const working = liveMethods(next.logon).filter(({ confirmedAt }) => confirmedAt !== null)
      if (working.length > 1) return { next, wrong: "two ways work, and nobody used one" }
      return next.activations > 1 ? { next, wrong: `activated ${next.activations} times` } : { next }
    }
  ]
  const resend: Said = [
    "asks for a new link",
    (world) => {
      const { keys, now, after } = keysIn(world)
      const facts = logInFactsOf(world.logon, keys, { activationCode: null, trustedDevices: [] })
      const decided = decideResend(facts, rules, now)
      return Result.isFailure(decided)
        ? { next: world }
        : { next: after({ logon: issueActivation(world.logon, keys, decided.success.expiresAt, now) }) }
    }
  ]
  const claim =
    "a logon is activated once, by its newest link while the link is valid, and the password alone adds no second step"
  return lineOf("I9", claim, approvedLogon(ruleSet), [
    { name: "the owner", acts: [opens("owner", 0), resend, opens("owner", 1), brings("owner"), confirms("owner")] },
    { name: "a thief with the first link", acts: [opens("thief", 0), brings("thief"), confirms("thief")] },
    { name: "a thief with the mailbox", acts: [resend, opens("guest", 1), brings("guest"), confirms("guest")] },
    { name: "the clock", acts: [wait(hours * 60 - 1), wait(1)] }
  ])
}

/** I10: who resends kills the code before; none is used twice, too late, or after too many tries. */
export const modelCodes = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const { code: policy } = ruleSet.policy.twoStep
  const send = (who: string): Said => [
    "asks for a code",
    (world) => {
      const challenge = challengeIn(world, who)
      const [method] = liveMethods(world.logon)
      if (challenge === undefined || method === undefined) return { next: world }
      const { keys, now, after } = keysIn(world)
      return { next: after({ logon: decideIssue(world.logon, keys, challenge, method.id, rules, now).next }) }
    }
  ]
  const type = (who: string, nth: number): Said => [
    nth < 0 ? "types a wrong code" : `types code ${nth + 1}`,
    (world) => {
      const { confirmed, id, next } = typeCode(rules, who, ({ logon }) => logon.codes[nth]?.id)(world)
      if (!confirmed) return { next }
      const code = world.logon.codes.find((each) => each.id === id)
      const now = at(world.minute)
      const { codesLockedUntil: locked } = world.logon
      if (code === undefined) return { next, wrong: "a code confirmed that was never sent" }
      if (code.sessionId !== world.sessions[who]) return { next, wrong: "a code confirmed another session" }
      if (world.logon.codes.at(-1)?.id !== id) return { next, wrong: "a code confirmed that a newer one had killed" }
      if (code.state !== "open") return { next, wrong: "a code confirmed that was used" }
      if (DateTime.isLessThanOrEqualTo(code.expiresAt, now)) return { next, wrong: "a code confirmed after its time" }
      if (code.failures >= policy.maxTries) return { next, wrong: "a code confirmed after too many tries" }
      return locked !== null && DateTime.isLessThan(now, locked)
        ? { next, wrong: "a code confirmed under a lock" }
        : { next }
    }
  ]
  const first = activeLogon(ruleSet, "sms")
  const near = { ...first, logon: { ...first.logon, missedCodes: policy.maxFailuresInARow - 3 } }
  const world = ["owner", "tab"].reduce((before, who) => logIn(rules, who, null)(before).next, near)
  const guesses = Array.from({ length: Math.min(policy.maxTries, 6) }, () => type("owner", -1))
  return lineOf(
    "I10",
    "a resend cancels the previous code; no code confirms twice, too late, or after too many tries",
    world,
    [
      { name: "the owner", acts: [send("owner"), type("owner", 0), send("owner"), type("owner", 1), type("owner", 1)] },
      { name: "a thief at the owner's browser", acts: guesses },
      { name: "a second tab", acts: [send("tab"), type("tab", 0), type("tab", 1), type("tab", 2)] },
      { name: "the clock", acts: [wait(1), wait(policy.lifetimeMinutes - 1), wait(policy.lockMinutes)] }
    ]
  )
}

/** I11: a browser that is trusted, in the hands of its owner and of a thief who copied its token. */
export const modelDevices = (ruleSet: StateRuleSet): ProofLine => {
  const rules = rulesOf(ruleSet)
  const trust = ruleSet.policy.twoStep.trustedDevice
  const minutes = (trust === "off" ? 30 : trust.lifetimeDays) * 24 * 60
  const first = activeLogon(ruleSet, "sms")
  const device = { id: "device", browser: "other", system: "other", createdAt: start, lastSeenAt: start } as const
  const token = { tokenDigest: "token:first", deviceId: "device", createdAt: start, replacedAt: null }
  const devices = [{ ...device, expiresAt: at(minutes), revokedAt: null }]
  const world = { ...first, tokens: ["first"], logon: { ...first.logon, devices, deviceTokens: [token] } }
  const opens = (who: string, shows: ReadonlyArray<number>): Said => [
    shows.length === 0 ? "logs in without a token" : `logs in with token ${shows[0]! + 1}`,
    (before) => {
      const known = before.logon.devices[0]!
      const shown = before.logon.deviceTokens.find(
        ({ tokenDigest }) => tokenDigest === `token:${before.tokens[shows[0] ?? 99]}`
      )
      const now = at(before.minute)
      const { next } = logIn(rules, who, null, shows)(before)
      const session = next.logon.sessions.find(({ id }) => id === next.sessions[who])
      const grace = trust === "off" ? 0 : trust.graceSeconds / 60
      const inForce =
        shown?.replacedAt == null || DateTime.isLessThan(now, DateTime.add(shown.replacedAt, { minutes: grace }))
      const isLive = known.revokedAt === null && DateTime.isLessThan(now, known.expiresAt)
      const may = trust !== "off" && shown !== undefined && isLive && inForce
      const skips = session?.level === "two-step"
      if (skips !== may) return { next, wrong: skips ? "no code was asked" : "a code was asked of a trusted device" }
      const stolen = trust !== "off" && shown !== undefined && isLive && !inForce
      const isRevoked = next.logon.devices[0]!.revokedAt !== null
      return stolen && !isRevoked ? { next, wrong: "a copied token left its device trusted" } : { next }
    }
  ]
  const revoke: Said = [
    "removes the device",
    (before) => ({ next: { ...before, logon: revokeDevice(before.logon, "device", at(before.minute)) } })
  ]
  const everywhere: Said = [
    "logs out everywhere",
    (before) => ({ next: { ...before, logon: endLogOns(before.logon, at(before.minute)) } })
  ]
  const claim = "a trusted device skips the code only with its current token, before its end, and before it is removed"
  return lineOf("I11", claim, world, [
    { name: "the owner", acts: [opens("owner", [0]), opens("owner", [1]), revoke, opens("owner", [1])] },
    { name: "a thief with the first token", acts: [opens("thief", [0]), opens("thief", [0])] },
    { name: "a second browser", acts: [opens("other", []), everywhere, opens("other", [])] },
    { name: "the clock", acts: [wait(1), wait(1), wait(minutes - 2), wait(1)] }
  ])
}
