import { it } from "@effect/vitest"
import { DateTime, Duration, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect } from "vitest"
import { logIn } from "../../src/login/logIn.ts"
import type { Presented } from "../../src/login/decideLogIn.ts"
import { logOutEverywhere } from "../../src/login/logOut.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { typePasswordAgain } from "../../src/login/typePasswordAgain.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { enterNotMeCode } from "../../src/recovery/enterNotMeCode.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { memoryAppCode, memoryNotMeCode } from "../../src/testing/memory/memoryKeys.ts"
import { addTwoStepMethod } from "../../src/two-step/addTwoStepMethod.ts"
import { confirmSecondStep } from "../../src/two-step/confirmSecondStep.ts"
import { liveMethods } from "../../src/two-step/methodsOf.ts"
import { listTwoStepMethods } from "../../src/two-step/listTwoStepMethods.ts"
import { makeRecoveryCodes } from "../../src/two-step/makeRecoveryCodes.ts"
import { removeTwoStepMethod } from "../../src/two-step/removeTwoStepMethod.ts"
import { sendSecurityCode } from "../../src/two-step/sendSecurityCode.ts"
import { happened, inHouse, listOf, newestCode, people, reasonOf, secret } from "../visit.ts"

const owner = people.flatMap(({ logons }) => logons)[0]!
const { username } = owner
const known = { name: { browser: "firefox", system: "linux" }, isKnown: true } as const
const stranger = { name: { browser: "safari", system: "ios" }, isKnown: false } as const
const nothing: Presented = { activationCode: null, trustedDevices: [] }
const login = (shown: Presented = nothing) => logIn(username, secret(existingPassword), shown)

/** The challenge of a session that a token opens. */
const challengeOf = Effect.fnUntraced(function* (
  token: Redacted.Redacted,
  browser: typeof known | typeof stranger = known
) {
  const { id, level, logonId, passwordAt } = yield* requireSession(token, "password", { beforeTerms: true })
  return { logonId, sessionId: id, level, passwordAt, browser }
})

/** Logs in with both steps, by e-mail. */
const logInWholly = Effect.fnUntraced(function* ({
  browser = known,
  trustDevice = false
}: { browser?: typeof known | typeof stranger; trustDevice?: boolean } = {}) {
  const { answer, tokens } = yield* login()
  const challenge = yield* challengeOf(tokens.session!, browser)
  yield* sendSecurityCode(challenge, answer.methods![0]!.id)
  const confirmed = yield* confirmSecondStep(challenge, { code: yield* newestCode }, { methodId: null, trustDevice })
  yield* TestClock.adjust("1 minute")
  return {
    token: confirmed.session!,
    device: confirmed.trustedDevice,
    challenge: yield* challengeOf(confirmed.session!, browser)
  }
})

const appCodeNow = Effect.map(DateTime.now, (now) =>
  secret(memoryAppCode(Math.floor(DateTime.toEpochMillis(now) / 30_000)))
)

/** Adds an app to a logon that is logged in, and confirms it. */
const addApp = Effect.fnUntraced(function* (token: Redacted.Redacted) {
  const challenge = yield* challengeOf(token)
  const { method } = yield* addTwoStepMethod(challenge, "totp", "")
  const { session } = yield* confirmSecondStep(
    challenge,
    { code: yield* appCodeNow },
    { methodId: method.id, trustDevice: false }
  )
  return { method, token: session! }
})

describe("an authentication app", () => {
  it.effect("is added beside the mailbox, ends the other sessions and devices, and the owner is told", () =>
    inHouse(
      Effect.gen(function* () {
        const elsewhere = yield* logInWholly({ trustDevice: true })
        const here = yield* logInWholly()
        yield* addApp(here.token)
        expect(yield* reasonOf(requireSession(elsewhere.token, "two-step"))).toEqual({ _tag: "NotLoggedIn" })
        const { notices } = yield* MemoryHouse
        const devices = yield* listOf((logon) => logon.devices)
        expect(devices.map(({ revokedAt }) => revokedAt === null)).toEqual([false])
        expect(notices.map(({ kind }) => kind)).toContain("two-step-added")
      })
    )
  )

  it.effect("confirms a log-in once with each code, and with none of an earlier step after it", () =>
    inHouse(
      Effect.gen(function* () {
        const { token } = yield* logInWholly()
        const { method } = yield* addApp(token)
        const earlier = yield* appCodeNow
        yield* TestClock.adjust("30 seconds")
        const code = yield* appCodeNow
        const first = yield* login()
        const challenge = yield* challengeOf(first.tokens.session!)
        const way = { methodId: method.id, trustDevice: false }
        expect(yield* reasonOf(confirmSecondStep(challenge, { code: earlier }, way))).toEqual({ _tag: "CodeRefused" })
        expect((yield* confirmSecondStep(challenge, { code }, way)).session).not.toBeNull()
        const second = yield* challengeOf((yield* login()).tokens.session!)
        expect(yield* reasonOf(confirmSecondStep(second, { code }, way))).toEqual({ _tag: "CodeRefused" })
      })
    )
  )

  it.effect("takes a code without the name of the way where no code was sent to the session", () =>
    inHouse(
      Effect.gen(function* () {
        yield* addApp((yield* logInWholly()).token)
        yield* TestClock.adjust("30 seconds")
        const challenge = yield* challengeOf((yield* login()).tokens.session!)
        const way = { methodId: null, trustDevice: false }
        expect((yield* confirmSecondStep(challenge, { code: yield* appCodeNow }, way)).session).not.toBeNull()
      })
    )
  )

  it.effect("has no second count of failures: ten over both ways lock all of them", () =>
    inHouse(
      Effect.gen(function* () {
        const { method } = yield* addApp((yield* logInWholly()).token)
        yield* TestClock.adjust("1 hour")
        const { answer, tokens } = yield* login()
        const challenge = yield* challengeOf(tokens.session!)
        const app = { methodId: method.id, trustDevice: false }
        yield* sendSecurityCode(challenge, answer.methods![0]!.id)
        for (let n = 0; n < 5; n++) yield* reasonOf(confirmSecondStep(challenge, { code: secret("999999") }, app))
        const mail = { methodId: answer.methods![0]!.id, trustDevice: false }
        for (let n = 0; n < 5; n++) yield* reasonOf(confirmSecondStep(challenge, { code: secret("999999") }, mail))
        expect((yield* reasonOf(confirmSecondStep(challenge, { code: yield* appCodeNow }, app)))._tag).toBe(
          "CodeLocked"
        )
        yield* TestClock.adjust("15 minutes")
        expect((yield* login()).answer.status).toBe("security_code_required")
      })
    )
  )
})

describe("a change of the ways", () => {
  it.effect("asks for the password again after twenty minutes, and the session has a new id then", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, token } = yield* logInWholly()
        yield* TestClock.adjust("10 minutes")
        yield* requireSession(token, "two-step")
        yield* TestClock.adjust("9 minutes")
        expect(yield* reasonOf(addTwoStepMethod(challenge, "totp", ""))).toEqual({ _tag: "PasswordRequired" })
        expect(yield* reasonOf(makeRecoveryCodes(challenge))).toEqual({ _tag: "PasswordRequired" })
        const methodId = (yield* listTwoStepMethods(challenge.logonId)).methods[0]!.id
        expect(yield* reasonOf(removeTwoStepMethod(challenge, methodId))).toEqual({ _tag: "PasswordRequired" })

        const session = yield* requireSession(token, "two-step")
        expect(yield* reasonOf(typePasswordAgain(session, secret("Wrong0000")))).toEqual({ _tag: "PasswordWrong" })
        const renewed = yield* typePasswordAgain(session, secret(existingPassword))
        expect(yield* reasonOf(requireSession(token, "two-step"))).toEqual({ _tag: "NotLoggedIn" })
        expect((yield* addApp(renewed)).method.kind).toBe("totp")
      })
    )
  )

  it.effect("leaves one way that works", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, token } = yield* logInWholly()
        const [mail] = (yield* listTwoStepMethods(challenge.logonId)).methods
        expect(mail!.advice.map(({ messageId }) => messageId)).toEqual(["advice.email-codes", "advice.second-method"])
        expect(yield* reasonOf(removeTwoStepMethod(challenge, mail!.id))).toEqual({ _tag: "LastMethod" })
        const added = yield* addApp(token)
        yield* removeTwoStepMethod(yield* challengeOf(added.token), mail!.id)
        expect((yield* listTwoStepMethods(challenge.logonId)).methods.map(({ kind }) => kind)).toEqual(["totp"])
      })
    )
  )

  it.effect("is closed to who has shown the password alone", () =>
    inHouse(
      Effect.gen(function* () {
        const challenge = yield* challengeOf((yield* login()).tokens.session!)
        const methodId = (yield* listTwoStepMethods(challenge.logonId)).methods[0]!.id
        for (const change of [
          addTwoStepMethod(challenge, "email", "thief@mail.example"),
          removeTwoStepMethod(challenge, methodId)
        ]) {
          expect((yield* reasonOf(change as typeof change))._tag).toBe("SecondStepFirst")
        }
        expect((yield* reasonOf(makeRecoveryCodes(challenge)))._tag).toBe("SecondStepFirst")
      })
    )
  )
})

describe("R-33 a phone number that is removed gets no more codes", () => {
  it.effect("its open code is dead, and the way is gone", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logInWholly()
        yield* TestClock.adjust("1 minute")
        const { method } = yield* addTwoStepMethod(challenge, "sms", "(617) 555-0143")
        expect(method.target).toBe("+16175550143")
        yield* removeTwoStepMethod(challenge, method.id)
        expect((yield* listOf(({ codes }) => codes)).at(-1)!.state).toBe("superseded")
        expect(yield* reasonOf(sendSecurityCode(challenge, method.id))).toEqual({ _tag: "MethodNotFound" })
      })
    )
  )
})

describe("a recovery code", () => {
  it.effect("stands in for a code once, tells the owner, and trusts no device", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logInWholly()
        const codes = yield* makeRecoveryCodes(challenge)
        expect(codes).toHaveLength(10)
        const next = yield* challengeOf((yield* login()).tokens.session!)
        const way = { methodId: null, trustDevice: true }
        const confirmed = yield* confirmSecondStep(next, { recoveryCode: codes[3]! }, way)
        expect([confirmed.session === null, confirmed.trustedDevice]).toEqual([false, null])
        expect((yield* listTwoStepMethods(challenge.logonId)).recoveryCodesLeft).toBe(9)
        const again = yield* challengeOf((yield* login()).tokens.session!)
        const refused = yield* reasonOf(confirmSecondStep(again, { recoveryCode: codes[3]! }, way))
        expect(refused).toEqual({ _tag: "CodeRefused" })
        const { notices } = yield* MemoryHouse
        expect(notices.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining(["recovery-codes-made", "recovery-code-used"])
        )
      })
    )
  )

  it.effect("of the set before is dead, and one that cannot be a code costs no try", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logInWholly()
        const [old] = yield* makeRecoveryCodes(challenge)
        yield* makeRecoveryCodes(challenge)
        const next = yield* challengeOf((yield* login()).tokens.session!)
        const way = { methodId: null, trustDevice: false }
        expect((yield* reasonOf(confirmSecondStep(next, { recoveryCode: old! }, way)))._tag).toBe("CodeRefused")
        const malformed = yield* reasonOf(confirmSecondStep(next, { recoveryCode: secret("short") }, way))
        expect(malformed._tag).toBe("Issue")
        const { logons } = yield* MemoryHouse
        expect(logons.get(challenge.logonId)!.missedCodes).toBe(1)
      })
    )
  )
})

describe("a passkey", () => {
  it.effect("is added, and confirms a log-in over the newest challenge alone, once", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logInWholly()
        const { method, passkeyOptions } = yield* addTwoStepMethod(challenge, "passkey", "")
        const sign = (options: unknown) => ({ credential: { signs: (options as { challenge: string }).challenge } })
        const way = { methodId: method.id, trustDevice: true }
        yield* confirmSecondStep(challenge, sign(passkeyOptions), way)

        const next = yield* challengeOf((yield* login()).tokens.session!)
        const older = yield* sendSecurityCode(next, method.id)
        const newest = yield* sendSecurityCode(next, method.id)
        expect((yield* reasonOf(confirmSecondStep(next, sign(older), way)))._tag).toBe("CodeRefused")
        const confirmed = yield* confirmSecondStep(next, sign(newest), way)
        expect(confirmed.trustedDevice).not.toBeNull()
        expect((yield* reasonOf(confirmSecondStep(next, sign(newest), way)))._tag).toBe("CodeRefused")
      })
    )
  )
})

describe("D-26 the code of a changed second step", () => {
  const report = Effect.gen(function* () {
    const codes = yield* listOf(({ notMeCodes }) => notMeCodes)
    yield* enterNotMeCode(memoryNotMeCode(codes.at(-1)!.id))
  })
  const kindsOf = (logonId: string) =>
    Effect.map(MemoryHouse, ({ logons }) => liveMethods(logons.get(logonId)!).map(({ kind }) => kind))

  it.effect("of a way that was added takes it away, and closes the logon", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, token } = yield* logInWholly()
        yield* addApp(token)
        yield* report
        expect(yield* kindsOf(challenge.logonId)).toEqual(["email"])
        expect((yield* happened).slice(-5)).toEqual([
          "ChangeUndone",
          "LogonFrozen",
          "RoleSuspended",
          "ContestBegun",
          "LetterMailed"
        ])
        expect(yield* reasonOf(login())).toEqual({ _tag: "LogInFailed" })
      })
    )
  )

  it.effect("of a way that was removed puts it back", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, token } = yield* logInWholly()
        const added = yield* addApp(token)
        const mail = (yield* listTwoStepMethods(challenge.logonId)).methods.find(({ kind }) => kind === "email")!
        yield* removeTwoStepMethod(yield* challengeOf(added.token), mail.id)
        yield* report
        expect([...(yield* kindsOf(challenge.logonId))].sort()).toEqual(["email", "totp"])
      })
    )
  )

  it.effect("of recovery codes kills them", () =>
    inHouse(
      Effect.gen(function* () {
        yield* makeRecoveryCodes((yield* logInWholly()).challenge)
        yield* report
        const codes = yield* listOf(({ recoveryCodes }) => recoveryCodes)
        expect(new Set(codes.map(({ state }) => state))).toEqual(new Set(["replaced"]))
      })
    )
  )
})

describe("D-15 a trusted device", () => {
  const show = (...tokens: ReadonlyArray<Redacted.Redacted>): Presented => ({ ...nothing, trustedDevices: tokens })

  it.effect("gets a new token at each log-in; the one before is taken a minute longer and no more", () =>
    inHouse(
      Effect.gen(function* () {
        const { device } = yield* logInWholly({ trustDevice: true })
        const first = yield* login(show(device!))
        expect(first.answer.status).toBe("logged_in")
        const renewed = first.tokens.trustedDevice!
        expect(Redacted.value(renewed.before)).toBe(Redacted.value(device!))

        yield* TestClock.adjust(Duration.millis(59_999))
        const second = yield* login(show(device!))
        expect([second.answer.status, second.tokens.trustedDevice]).toEqual(["logged_in", null])

        yield* TestClock.adjust(Duration.millis(1))
        const third = yield* login(show(device!))
        expect(third.answer.status).toBe("security_code_required")
        expect((yield* login(show(renewed.now))).answer.status).toBe("security_code_required")
        expect(yield* reasonOf(requireSession(first.tokens.session!, "two-step"))).toEqual({ _tag: "NotLoggedIn" })
        const { notices } = yield* MemoryHouse
        expect(notices.filter(({ kind }) => kind === "device-token-reused")).toHaveLength(1)
      })
    )
  )

  it.effect("is not trusted after log out everywhere, and this session goes on", () =>
    inHouse(
      Effect.gen(function* () {
        const { device, token } = yield* logInWholly({ trustDevice: true })
        const session = yield* requireSession(token, "two-step")
        const other = yield* login(show(device!))
        yield* logOutEverywhere(session, "others")
        expect((yield* requireSession(token, "two-step")).id).toBe(session.id)
        expect(yield* reasonOf(requireSession(other.tokens.session!, "two-step"))).toEqual({ _tag: "NotLoggedIn" })
        expect((yield* login(show(other.tokens.trustedDevice!.now))).answer.status).toBe("security_code_required")
        yield* logOutEverywhere(session, "this-one-too")
        expect(yield* reasonOf(requireSession(token, "two-step"))).toEqual({ _tag: "NotLoggedIn" })
      })
    )
  )

  it.effect(
    "takes the right password after a hundred wrong ones; elsewhere that is a wrong one, and the owner is told once",
    () =>
      inHouse(
        Effect.gen(function* () {
          const { device } = yield* logInWholly({ trustDevice: true })
          for (let n = 0; n < 101; n++) yield* reasonOf(logIn(username, secret("Wrong0000"), nothing))
          expect(yield* reasonOf(login())).toEqual({ _tag: "LogInFailed" })
          const { notices } = yield* MemoryHouse
          expect(notices.filter(({ kind }) => kind === "password-closed")).toHaveLength(1)
          expect((yield* login(show(device!))).answer.status).toBe("logged_in")
          expect((yield* login()).answer.status).toBe("security_code_required")
        })
      )
  )
})

describe("a browser that is not known", () => {
  it.effect("is told of when both steps are done, and a known one is not", () =>
    inHouse(
      Effect.gen(function* () {
        yield* logInWholly()
        const { notices } = yield* MemoryHouse
        expect(notices.filter(({ kind }) => kind === "new-device")).toEqual([])
        yield* logInWholly({ browser: stranger })
        expect(notices.filter(({ kind }) => kind === "new-device")).toHaveLength(1)
        expect(yield* happened).toContain("NewDeviceUsed")
      })
    )
  )
})
