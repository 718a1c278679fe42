import { logOut, logOutEverywhere, typePasswordAgain } from "@mtc-logon/core/login"
import { keepUndo, Logons } from "@mtc-logon/core/logon"
import { expireLogonRequest, findLogonRequest, makeResumeCode, resumeLogonRequest } from "@mtc-logon/core/logon-request"
import { changePassword, changeProfile, confirmEmail, showProfile } from "@mtc-logon/core/profile"
import {
  answerForgotten,
  findRecoveryQuestion,
  enterNotMeCode,
  recoverPassword,
  resetPassword
} from "@mtc-logon/core/recovery"
import { existingPassword, memoryLayer, typedPassword } from "@mtc-logon/core/testing"
import {
  addTwoStepMethod,
  confirmSecondStep,
  listTwoStepMethods,
  makeRecoveryCodes,
  removeTwoStepMethod,
  sendSecurityCode,
  listTrustedDevices,
  revokeTrustedDevice
} from "@mtc-logon/core/two-step"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect } from "vitest"
import { seedPeople } from "../../packages/server/src/dev/seedPeople.ts"
import { onBothDatabases, onLayer } from "../../packages/server/test/database/onBothDatabases.ts"
import { atGolden, people, stores } from "../../packages/server/test/store/stores.ts"
import { approved, asSession, challengeOf, endOf, logInWholly, member, opens, withPassword } from "./member.ts"
import { memoryWatch } from "./memoryWatch.ts"
import { storeWatch } from "./storeWatch.ts"
import { Watch } from "./Watch.ts"

const newPassword = (text: string) => ({ newPassword: Redacted.make(text), confirmPassword: Redacted.make(text) })
const anyWay = { methodId: null, trustDevice: false }

let phones = 100
/** A telephone of its own: what was sent to a number is counted over all logons. */
const nextPhone = () => `617-555-0${(phones += 1)}`

/** The ports that every house has. */
type Ports = Extract<Layer.Success<typeof stores>, Layer.Success<ReturnType<typeof memoryLayer>>> | Watch

/** What every use case of a logon comes to, in whichever house: each is one Effect over the ports of core. */
const cases: Readonly<Record<string, Effect.Effect<void, unknown, Ports>>> = {
  "D-13 a first log-in is over once, with its second step: the link, and every other way that was begun, is dead then":
    Effect.gen(function* () {
      const watch = yield* Watch
      const { link, username } = yield* approved
      const { logonId, tokens } = yield* withPassword(username, typedPassword, [], link)
      const own = yield* challengeOf(tokens.session)
      const other = yield* challengeOf((yield* withPassword(username, typedPassword, [], link)).tokens.session)
      yield* addTwoStepMethod(other, "totp", "")
      const { method } = yield* addTwoStepMethod(own, "email", `${username}@example.com`)
      const code = yield* watch.newestCode(logonId)
      yield* confirmSecondStep(own, { code }, { methodId: method.id, trustDevice: false })
      expect((yield* listTwoStepMethods(logonId)).methods.map(({ kind }) => kind)).toEqual(["email"])
      expect(yield* endOf(confirmSecondStep(other, { code }, anyWay))).toBe("CodeRefused")
      expect((yield* watch.happened(logonId)).filter((type) => type === "LogonActivated")).toHaveLength(1)
      expect((yield* withPassword(username)).answer.status).toBe("security_code_required")
    }),

  "D-14 a code is good for its session alone, dies by the next one, and works once": Effect.gen(function* () {
    const watch = yield* Watch
    const { logonId, methodId, username } = yield* member
    const one = yield* challengeOf((yield* withPassword(username)).tokens.session)
    const two = yield* challengeOf((yield* withPassword(username)).tokens.session)
    yield* sendSecurityCode(one, methodId)
    const code = yield* watch.newestCode(logonId)
    expect(yield* endOf(sendSecurityCode(one, methodId))).toBe("TooSoon")
    expect(yield* endOf(confirmSecondStep(two, { code }, anyWay))).toBe("CodeRefused")
    yield* TestClock.adjust("1 minute")
    yield* sendSecurityCode(one, methodId)
    expect(yield* endOf(confirmSecondStep(one, { code }, anyWay))).toBe("CodeRefused")
    const newest = yield* watch.newestCode(logonId)
    expect(yield* endOf(confirmSecondStep(one, { code: newest }, anyWay))).toBe("done")
    expect(yield* endOf(confirmSecondStep(one, { code: newest }, anyWay))).toBe("CodeRefused")
  }),

  "D-14 a code of a session that is over confirms nothing": Effect.gen(function* () {
    const watch = yield* Watch
    const { logonId, methodId, username } = yield* member
    const { tokens } = yield* withPassword(username)
    const challenge = yield* challengeOf(tokens.session)
    yield* sendSecurityCode(challenge, methodId)
    const code = yield* watch.newestCode(logonId)
    yield* logOut(asSession(challenge))
    expect(yield* endOf(confirmSecondStep(challenge, { code }, anyWay))).toBe("CodeRefused")
    expect((yield* watch.happened(logonId)).slice(-2)).toEqual(["SecurityCodeSent", "LoggedOut"])
  }),

  "D-14 ten misses in a row, over all ways, lock the logon for a quarter of an hour": Effect.gen(function* () {
    const { logonId, username } = yield* member
    const challenge = yield* challengeOf((yield* withPassword(username)).tokens.session)
    const recoveryCode = Redacted.make("0000000000000000")
    const miss = endOf(confirmSecondStep(challenge, { recoveryCode }, anyWay))
    for (let n = 1; n <= 10; n++) expect(yield* miss).toBe("CodeRefused")
    expect(yield* miss).toBe("CodeLocked")
    yield* TestClock.adjust("14 minutes")
    expect(yield* miss).toBe("CodeLocked")
    expect((yield* (yield* Watch).happened(logonId)).filter((type) => type === "SecurityCodeMissed")).toHaveLength(10)
  }),

  "D-15 a trusted device skips the code, gets a new token at each log-in, and ends with the sessions that came of it":
    Effect.gen(function* () {
      const watch = yield* Watch
      const me = yield* member
      const here = yield* logInWholly(me)
      const there = yield* logInWholly(me, true)
      const again = yield* withPassword(me.username, typedPassword, [there.device!])
      expect(again.answer.status).toBe("logged_in")
      const [device] = yield* listTrustedDevices(me.logonId, [again.tokens.trustedDevice!.now])
      expect(device!.isThisOne).toBe(true)
      const asks = { logonId: me.logonId, sessionId: here.challenge.sessionId }
      yield* revokeTrustedDevice(asks, device!.id)
      expect([yield* opens(again.tokens.session), yield* opens(there.token)]).toEqual([false, false])
      expect([yield* opens(here.token), yield* opens(me.token)]).toEqual([true, true])
      const shown = [again.tokens.trustedDevice!.now]
      expect((yield* withPassword(me.username, typedPassword, shown)).answer.status).toBe("security_code_required")
      expect((yield* watch.happened(me.logonId)).slice(-2)).toEqual(["DeviceRevoked", "PasswordConfirmed"])
    }),

  "D-15 a copied token ends its device and the sessions of it, and no other session": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    const there = yield* logInWholly(me, true)
    const again = yield* withPassword(me.username, typedPassword, [there.device!])
    yield* TestClock.adjust("2 minutes")
    const thief = yield* withPassword(me.username, typedPassword, [there.device!])
    expect(thief.answer.status).toBe("security_code_required")
    expect([yield* opens(again.tokens.session), yield* opens(there.token)]).toEqual([false, false])
    expect([yield* opens(me.token), yield* opens(thief.tokens.session)]).toEqual([true, true])
    expect(yield* watch.notices(me.logonId)).toContain("device-token-reused")
  }),

  "D-15 a logon trusts ten browsers at most: the next takes the place of the oldest": Effect.gen(function* () {
    const me = yield* member
    const first = yield* logInWholly(me, true)
    yield* TestClock.adjust("1 day")
    for (let n = 2; n <= 11; n++) {
      yield* logInWholly(me, true)
      yield* TestClock.adjust("3 hours")
    }
    const trusted = yield* listTrustedDevices(me.logonId, [first.device!])
    expect(trusted.map(({ isThisOne }) => isThisOne)).toEqual(Array.from({ length: 10 }, () => false))
    expect(trusted.map(({ lastSeenAt }) => lastSeenAt)).toEqual(
      trusted
        .map((each) => each.lastSeenAt)
        .toSorted()
        .toReversed()
    )
  }),

  "D-48 log out everywhere ends every other session, every device and every code on its way": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    const there = yield* logInWholly(me, true)
    yield* addTwoStepMethod(me.challenge, "sms", nextPhone())
    const code = yield* watch.newestCode(me.logonId)
    yield* logOutEverywhere(asSession(me.challenge), "others")
    expect([yield* opens(me.token), yield* opens(there.token)]).toEqual([true, false])
    expect((yield* withPassword(me.username, typedPassword, [there.device!])).answer.status).toBe(
      "security_code_required"
    )
    expect(yield* endOf(confirmSecondStep(me.challenge, { code }, anyWay))).toBe("CodeRefused")
    yield* logOutEverywhere(asSession(me.challenge), "this-one-too")
    expect(yield* opens(me.token)).toBe(false)
  }),

  "D-48 a new password ends the other sessions, the devices, the codes and the links, and forgets wrong passwords":
    Effect.gen(function* () {
      const watch = yield* Watch
      const me = yield* member
      const there = yield* logInWholly(me, true)
      yield* addTwoStepMethod(me.challenge, "sms", nextPhone())
      const code = yield* watch.newestCode(me.logonId)
      yield* changeProfile(asSession(me.challenge), { email: "new@example.org", confirmEmail: "new@example.org" })
      const link = yield* watch.link("email-change", me.logonId)
      for (let n = 1; n <= 60; n++) yield* endOf(withPassword(me.username, "Wrong0000"))
      yield* changePassword(asSession(me.challenge), newPassword("Harbor4Sails"))
      expect([yield* opens(me.token), yield* opens(there.token)]).toEqual([true, false])
      expect(yield* endOf(confirmSecondStep(me.challenge, { code }, anyWay))).toBe("CodeRefused")
      expect(yield* endOf(confirmEmail(asSession(me.challenge), link))).toBe("LinkRefused")
      for (let n = 1; n <= 60; n++) yield* endOf(withPassword(me.username, "Wrong0000"))
      expect((yield* withPassword(me.username, "Harbor4Sails", [there.device!])).answer.status).toBe(
        "security_code_required"
      )
      expect(yield* watch.notices(me.logonId)).not.toContain("password-closed")
    }),

  "D-48 a password that is typed again gives the session a new id and forgets wrong passwords": Effect.gen(
    function* () {
      const watch = yield* Watch
      const me = yield* member
      for (let n = 1; n <= 60; n++) yield* endOf(withPassword(me.username, "Wrong0000"))
      const renewed = yield* typePasswordAgain(asSession(me.challenge), Redacted.make(typedPassword))
      expect([yield* opens(me.token), yield* opens(renewed)]).toEqual([false, true])
      for (let n = 1; n <= 60; n++) yield* endOf(withPassword(me.username, "Wrong0000"))
      expect((yield* withPassword(me.username)).answer.status).toBe("security_code_required")
      expect(yield* watch.notices(me.logonId)).not.toContain("password-closed")
    }
  ),

  "D-48 a log-out ends that session alone, once, and the key of the request that made the logon": Effect.gen(
    function* () {
      const watch = yield* Watch
      const me = yield* member
      const there = yield* logInWholly(me)
      yield* logOut(asSession(me.challenge))
      yield* logOut(asSession(me.challenge))
      expect([yield* opens(me.token), yield* opens(there.token)]).toEqual([false, true])
      expect((yield* watch.happened(me.logonId)).filter((type) => type === "LoggedOut")).toHaveLength(1)
      expect(yield* endOf(findLogonRequest(me.key))).toBe("NotFound")
    }
  ),

  "D-48 a way that is added, or removed, ends the other sessions, the devices and the codes": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    const there = yield* logInWholly(me, true)
    const { app, method } = yield* addTwoStepMethod(me.challenge, "totp", "")
    yield* addTwoStepMethod(me.challenge, "sms", nextPhone())
    const code = yield* watch.newestCode(me.logonId)
    const shown = watch.appCode(app!.secret, yield* DateTime.now)
    const way = { methodId: method.id, trustDevice: false }
    const { session } = yield* confirmSecondStep(me.challenge, { code: shown }, way)
    expect([yield* opens(me.token), yield* opens(there.token), yield* opens(session)]).toEqual([false, false, true])
    const challenge = yield* challengeOf(session)
    expect(yield* endOf(confirmSecondStep(challenge, { code }, anyWay))).toBe("CodeRefused")
    const other = yield* withPassword(me.username)
    yield* removeTwoStepMethod(challenge, me.methodId)
    expect([yield* opens(session), yield* opens(other.tokens.session)]).toEqual([true, false])
    expect(yield* watch.notices(me.logonId)).toEqual(expect.arrayContaining(["two-step-added", "two-step-removed"]))
  }),

  "D-49 of recovery codes each works once, the set before is dead, and none trusts a device": Effect.gen(function* () {
    const me = yield* member
    const [old] = yield* makeRecoveryCodes(me.challenge)
    const codes = yield* makeRecoveryCodes(me.challenge)
    const challenge = yield* challengeOf((yield* withPassword(me.username)).tokens.session)
    const way = { methodId: null, trustDevice: true }
    expect(yield* endOf(confirmSecondStep(challenge, { recoveryCode: old! }, way))).toBe("CodeRefused")
    const confirmed = yield* confirmSecondStep(challenge, { recoveryCode: codes[0]! }, way)
    expect([confirmed.session === null, confirmed.trustedDevice]).toEqual([false, null])
    expect((yield* listTwoStepMethods(me.logonId)).recoveryCodesLeft).toBe(9)
  }),

  "D-26 the code of a change puts that part back, closes the logon, and ends all that opens it": Effect.gen(
    function* () {
      const watch = yield* Watch
      const me = yield* member
      const { name } = yield* showProfile(me.logonId)
      yield* changeProfile(asSession(me.challenge), { name: "ANOTHER NAME" })
      const code = yield* watch.notMeCode(me.logonId)
      yield* addTwoStepMethod(me.challenge, "sms", nextPhone())
      const securityCode = yield* watch.newestCode(me.logonId)
      yield* enterNotMeCode(code)
      expect((yield* showProfile(me.logonId)).name).toBe(name)
      expect(yield* opens(me.token)).toBe(false)
      expect(yield* endOf(confirmSecondStep(me.challenge, { code: securityCode }, anyWay))).toBe("CodeRefused")
      expect(yield* endOf(withPassword(me.username))).toBe("LogInFailed")
      expect(yield* endOf(findLogonRequest(me.key))).toBe("NotFound")
      yield* enterNotMeCode(code)
      expect((yield* watch.happened(me.logonId)).at(-1)).toBe("NotMeCodeRefused")
    }
  ),

  "D-26 the code of a password puts the previous one back with its history": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    yield* changePassword(asSession(me.challenge), newPassword("Harbor4Sails"))
    yield* enterNotMeCode(yield* watch.notMeCode(me.logonId))
    expect(yield* watch.notices(me.logonId)).toEqual(expect.arrayContaining(["frozen", "profile-changed"]))
    expect(yield* endOf(withPassword(me.username))).toBe("LogInFailed")
  }),

  "D-26 the code of recovery codes kills them, and the code of a way takes it away": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    yield* makeRecoveryCodes(me.challenge)
    yield* enterNotMeCode(yield* watch.notMeCode(me.logonId))
    const { methods, recoveryCodesLeft } = yield* listTwoStepMethods(me.logonId)
    expect([methods.map(({ kind }) => kind), recoveryCodesLeft]).toEqual([["email"], 0])
    expect((yield* watch.happened(me.logonId)).filter((type) => type === "LogonFrozen")).toHaveLength(1)
  }),

  "D-32 a code about a logon that expired is recorded: nothing is closed, and its username stays free": Effect.gen(
    function* () {
      const watch = yield* Watch
      const logons = yield* Logons
      const { key, link, username } = yield* approved
      const { logonId } = yield* withPassword(username, typedPassword, [], link)
      const now = yield* DateTime.now
      yield* logons.change(logonId, now, (logon, keys) => {
        const undo = { notMeId: keys.makeId("not-me-code"), until: DateTime.add(now, { days: 90 }) }
        return { next: keepUndo(logon, keys, "pin", undo, now), events: [], answer: Result.void }
      })
      yield* TestClock.adjust("60 days")
      yield* expireLogonRequest(key.id)
      yield* enterNotMeCode(yield* watch.notMeCode(logonId))
      const happened = yield* watch.happened(logonId)
      expect([happened.at(-1), happened.includes("LogonFrozen")]).toEqual(["NotMeCodeRecorded", false])
      expect((yield* logons.find({ id: logonId }, now))?.status).toBe("expired")
      expect(yield* logons.usernameTaken(username)).toBe(false)
    }
  ),

  "D-47 a reset wants link and proof, ends every session and device, and opens none": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    const there = yield* logInWholly(me, true)
    const { app, method } = yield* addTwoStepMethod(me.challenge, "totp", "")
    const shown = watch.appCode(app!.secret, yield* DateTime.now)
    yield* confirmSecondStep(me.challenge, { code: shown }, { methodId: method.id, trustDevice: false })
    const again = yield* logInWholly(me, true)
    yield* recoverPassword(me.username)
    yield* answerForgotten(yield* watch.forgotten)
    const link = yield* watch.link("password-reset", me.logonId)
    expect((yield* findRecoveryQuestion(link)).proof).toBe("secret-question")
    const reset = (said: string) =>
      resetPassword(link, { shown: { code: Redacted.make(said) }, newPassword: Redacted.make("Harbor4Sails") })
    expect(yield* endOf(reset("no"))).toBe("AnswerRefused")
    expect(yield* endOf(reset("boston"))).toBe("done")
    expect(yield* endOf(reset("boston"))).toBe("LinkRefused")
    expect([yield* opens(there.token), yield* opens(again.token)]).toEqual([false, false])
    const after = yield* withPassword(me.username, "Harbor4Sails", [again.device!])
    expect(after.answer.status).toBe("security_code_required")
    expect((yield* watch.happened(me.logonId)).slice(-5)).toEqual([
      "RecoveryAnswerMissed",
      "PasswordReset",
      "ProfileChanged",
      "OthersLoggedOut",
      "PasswordConfirmed"
    ])
  }),

  "a new address counts with its link, once, and the link before it is dead": Effect.gen(function* () {
    const watch = yield* Watch
    const me = yield* member
    const session = asSession(me.challenge)
    yield* changeProfile(session, { email: "one@example.org", confirmEmail: "one@example.org" })
    const old = yield* watch.link("email-change", me.logonId)
    yield* TestClock.adjust("1 minute")
    yield* changeProfile(session, { email: "two@example.org", confirmEmail: "two@example.org" })
    expect(yield* endOf(confirmEmail(session, old))).toBe("LinkRefused")
    const link = yield* watch.link("email-change", me.logonId)
    expect((yield* confirmEmail(session, link)).email).toBe("two@example.org")
    expect(yield* endOf(confirmEmail(session, link))).toBe("LinkRefused")
  }),

  "D-28 a resume code is used once and kills the previous key, and no other person's code": Effect.gen(function* () {
    const one = yield* approved
    const other = yield* approved
    const code = yield* makeResumeCode(one.key)
    const theirs = yield* makeResumeCode(other.key)
    const resumed = yield* resumeLogonRequest(code)
    expect(yield* endOf(findLogonRequest(one.key))).toBe("NotFound")
    expect(yield* endOf(findLogonRequest(resumed.key))).toBe("done")
    expect(yield* endOf(resumeLogonRequest(code))).toBe("NotFound")
    expect(yield* endOf(resumeLogonRequest(theirs))).toBe("done")
  })
}

onLayer("a logon, in memory", Layer.provideMerge(memoryWatch, memoryLayer(people)), (it) => {
  for (const [name, use] of Object.entries(cases)) it.effect(name, () => use)
})

onBothDatabases("a logon", Layer.provideMerge(storeWatch, stores), (it) => {
  it.effect("people are on file", () => Effect.andThen(atGolden, seedPeople(people, existingPassword)))
  for (const [name, use] of Object.entries(cases)) it.effect(name, () => use)
})
