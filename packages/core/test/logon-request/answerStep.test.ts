import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import type { AnsweredStepId } from "../../src/journey/logonRequestJourney.ts"
import { cancelLogonRequest } from "../../src/logon-request/cancelLogonRequest.ts"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import { reportNotMe } from "../../src/logon-request/reportNotMe.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import {
  answer,
  answerUpTo,
  happened,
  inHouse,
  larry,
  personOf,
  reasonOf,
  secret,
  submitAs,
  typedBy
} from "../visit.ts"

const minute = 60_000

/** What is typed in a step instead, and the fields that are to be mended. */
const mistakes: ReadonlyArray<{
  readonly step: AnsweredStepId
  readonly what: string
  readonly change: Readonly<Record<string, string | boolean>>
  readonly issues: Readonly<Record<string, string>>
}> = [
  {
    step: "taxpayer-type",
    what: "no choice",
    change: { taxpayerType: "" },
    issues: { taxpayerType: "taxpayer-type-missing" }
  },
  {
    step: "taxpayer-id",
    what: "an empty form",
    change: { idType: "", id: "", confirmId: "", accountType: "" },
    issues: {
      idType: "id-type-missing",
      id: "id-missing",
      confirmId: "id-missing",
      accountType: "account-type-missing"
    }
  },
  {
    step: "taxpayer-id",
    what: "a number that is issued",
    change: { id: "123-45-6789", confirmId: "123-45-6789" },
    issues: { id: "id-malformed" }
  },
  {
    step: "taxpayer-id",
    what: "two numbers",
    change: { confirmId: "900-12-6780" },
    issues: { confirmId: "ids-differ" }
  },
  {
    step: "taxpayer-id",
    what: "a business account",
    change: { accountType: "corporate-excise" },
    issues: { accountType: "account-type-not-offered" }
  },
  {
    step: "verification-type",
    what: "a line item, which the account does not take",
    change: { verificationType: "lineItem" },
    issues: { verificationType: "verification-type-missing" }
  },
  { step: "tax-amount", what: "zero", change: { amount: "0.00" }, issues: { amount: "amount-not-positive" } },
  {
    step: "tax-amount",
    what: "no amount and no kind",
    change: { amountKind: "", amount: "" },
    issues: { amountKind: "amount-kind-missing", amount: "amount-missing" }
  },
  { step: "tax-amount", what: "words", change: { amount: "a hundred" }, issues: { amount: "amount-malformed" } },
  {
    step: "profile",
    what: "a PIN of three digits and another address",
    change: { pin: "123", confirmEmail: "elmo@dor.state.ma.us" },
    issues: { pin: "pin-length", confirmEmail: "emails-differ" }
  },
  {
    step: "profile",
    what: "a phone that can be somebody's",
    change: { phoneNumber: "(617) 887-6367" },
    issues: { phoneNumber: "phone-malformed" }
  },
  {
    step: "logon",
    what: "a space, a short password, and none again",
    change: { username: "good elmo", password: "Elmo1", confirmPassword: "" },
    issues: { username: "username-space", password: "password-length", confirmPassword: "confirm-password-missing" }
  },
  {
    step: "logon",
    what: "no secret answer",
    change: { secretQuestion: "", secretAnswer: "" },
    issues: { secretQuestion: "secret-question-missing", secretAnswer: "secret-answer-missing" }
  },
  { step: "terms", what: "no consent", change: { accepted: false }, issues: { accepted: "terms-not-accepted" } },
  {
    step: "terms",
    what: "consent to other terms",
    change: { termsVersion: "2019-01-01" },
    issues: { termsVersion: "terms-changed" }
  }
]

describe("what is to be mended", () => {
  for (const { change, issues, step, what } of mistakes) {
    it.effect(`of ${step} with ${what} is told at its field, all at once, and stores nothing`, () =>
      inHouse(
        Effect.gen(function* () {
          const key = yield* answerUpTo(larry, step)
          const before = yield* findLogonRequest(key)
          const { text } = typedBy(larry, step)
          const reason = yield* reasonOf(answer(key, { step, text: { ...text, ...change } } as never))
          assert(reason._tag === "Issues")
          assert.strictEqual(reason.step, step)
          assert.deepStrictEqual(Object.fromEntries(reason.issues.map(({ code, path }) => [path, code])), issues)
          assert.deepStrictEqual(yield* findLogonRequest(key), before)
        })
      )
    )
  }
})

describe("the steps", () => {
  it.effect("follow one another to the summary, each with its event", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry)
        const view = yield* findLogonRequest(key)
        assert.strictEqual(view.step, "summary")
        assert.deepStrictEqual(yield* happened, [
          "LogonRequestOpened",
          "AnswerGiven",
          "AnswerGiven",
          "AnswerGiven",
          "AnswerGiven",
          "ProofGiven",
          "AnswerGiven",
          "AnswerGiven",
          "AnswerGiven",
          "AnswerGiven"
        ])
      })
    )
  )

  it.effect("that come later, or are on another way, are not open", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "tax-amount")
        for (const step of ["profile", "logon", "terms"] as const) {
          assert.deepStrictEqual(yield* reasonOf(answer(key, typedBy(larry, step))), { _tag: "StepNotOpen" })
        }
        const letter = typedBy(personOf("lena-letter"), "letter-id")
        assert.deepStrictEqual(yield* reasonOf(answer(key, letter)), { _tag: "StepNotOpen" })
      })
    )
  )

  it.effect("are closed once the request is submitted", () =>
    inHouse(
      Effect.gen(function* () {
        const { key } = yield* submitAs(larry)
        assert.deepStrictEqual(yield* reasonOf(answer(key, typedBy(larry, "profile"))), { _tag: "StepNotOpen" })
      })
    )
  )

  it.effect("show back no amount, PIN, password or secret answer, and the number masked", () =>
    inHouse(
      Effect.gen(function* () {
        const { answers } = yield* answerUpTo(larry).pipe(Effect.flatMap(findLogonRequest))
        assert.deepStrictEqual(answers["taxpayer-id"]?.id, "***-**-6789")
        assert.deepStrictEqual(answers["tax-amount"], { amountKind: "taxReturnAmount" })
        assert.hasAllKeys(answers.profile, ["name", "phoneCountry", "phoneType", "phoneNumber", "email"])
        assert.hasAllKeys(answers.logon, ["username", "secretQuestion"])
      })
    )
  )
})

describe("Previous", () => {
  it.effect(
    "returns no options: a page has them from opening and reading, with the lines that somebody is offered",
    () =>
      inHouse(
        Effect.gen(function* () {
          const key = yield* answerUpTo(larry, "taxpayer-id")
          assert.notProperty(yield* answer(key, typedBy(larry, "taxpayer-id")), "options")
          const { options } = yield* findLogonRequest(key)
          assert.hasAllKeys(options.policy, ["idRanges", "accountTypes", "formLines", "verification", "logon", "terms"])
          const { accountTypes, formLines } = options.policy
          assert.isNotEmpty(formLines)
          assert.isEmpty(
            formLines.filter(({ accountType, kind }) => !accountTypes[accountType].claimKinds.includes(kind))
          )
        })
      )
  )

  it.effect("changes no answer: a later step answered again keeps the proof", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry)
        const { options: _, ...before } = yield* findLogonRequest(key)
        const { warnings, ...view } = yield* answer(key, typedBy(larry, "profile"))
        assert.deepStrictEqual(view, before)
        assert.deepStrictEqual(
          warnings?.map(({ messageId, path }) => [path, messageId]),
          [["pin", "issue.pin-easy"]]
        )
      })
    )
  )

  it.effect("keeps number and PIN where they are left out", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "logon")
        const { pin: _, ...profile } = typedBy(larry, "profile").text
        const view = yield* answer(key, { step: "profile", text: { ...profile, name: "LAWRENCE MO" } })
        assert.strictEqual(view.answers.profile?.name, "LAWRENCE MO")
        const again = yield* answer(key, {
          step: "taxpayer-id",
          text: { idType: "SSN", accountType: "personal-income-tax" }
        })
        assert.strictEqual(again.answers["taxpayer-id"]?.id, "***-**-6789")
      })
    )
  )

  it.effect("does not keep a number for another ID type", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "verification-type")
        const text = { idType: "ITIN", accountType: "personal-income-tax" }
        const reason = yield* reasonOf(answer(key, { step: "taxpayer-id", text }))
        assert.strictEqual(reason._tag, "Issues")
      })
    )
  )
})

describe("D-29 a changed answer", () => {
  const changes = [
    { step: "taxpayer-type", open: "taxpayer-id" },
    { step: "taxpayer-id", open: "tax-amount" },
    { step: "verification-type", open: "tax-amount" }
  ] as const
  for (const { open, step } of changes) {
    it.effect(`to ${step} erases the proof and what was asked because of it; ${open} is asked again`, () =>
      inHouse(
        Effect.gen(function* () {
          const key = yield* answerUpTo(larry)
          const view = yield* answer(key, typedBy(larry, step))
          assert.strictEqual(view.step, open)
          assert.notProperty(view, "role")
          assert.property(view.answers, "profile")
          assert.include(yield* happened, "ProofErased")
        })
      )
    )
  }

  it.effect("to a wrong amount leaves no proof of the right one behind", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry)
        const wrong = { amountKind: "taxReturnAmount", amount: "1.00" }
        assert.strictEqual(
          (yield* reasonOf(answer(key, { step: "tax-amount", text: wrong })))._tag,
          "VerificationFailed"
        )
        const { requests } = yield* MemoryHouse
        assert.isNull(requests.get(key.id)?.draft.proof)
      })
    )
  )

  it.effect("from a letter to an amount lets go of the letter", () =>
    inHouse(
      Effect.gen(function* () {
        const { letters } = yield* MemoryHouse
        const key = yield* answerUpTo(personOf("lena-letter"))
        yield* answer(key, { step: "verification-type", text: { verificationType: "amount" } })
        assert.deepInclude(letters.get("L0000000001"), { state: "live", reservedBy: null })
      })
    )
  )

  it.effect("to an account type that takes other evidence asks anew what is provided", () =>
    inHouse(
      Effect.gen(function* () {
        const bakery = personOf("bayside-bakery")
        const key = yield* answerUpTo(bakery, "line-item")
        const { text } = typedBy(bakery, "taxpayer-id")
        const view = yield* answer(key, { step: "taxpayer-id", text: { ...text, accountType: "fiduciary" } })
        assert.strictEqual(view.step, "verification-type")
      })
    )
  )
})

describe("a draft", () => {
  const places = [
    { minutes: 30, before: 1, is: "there" },
    { minutes: 30, before: 0, is: "gone" }
  ] as const
  for (const { before, is, minutes } of places) {
    it.effect(`is ${is} ${minutes} minutes, less ${before} ms, after its last answer`, () =>
      inHouse(
        Effect.gen(function* () {
          const key = yield* answerUpTo(larry, "profile")
          yield* TestClock.adjust(minutes * minute - before)
          const found = yield* Effect.result(answer(key, typedBy(larry, "profile")))
          assert.strictEqual(Result.isSuccess(found) ? "there" : "gone", is)
        })
      )
    )
  }

  it.effect("is gone a day after it was opened, however busy", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "logon")
        for (let visit = 1; visit <= 49; visit++) {
          yield* TestClock.adjust("29 minutes")
          yield* answer(key, typedBy(larry, "profile"))
        }
        yield* TestClock.adjust(19 * minute - 1)
        yield* answer(key, typedBy(larry, "profile"))
        yield* TestClock.adjust(1)
        assert.deepStrictEqual(yield* reasonOf(findLogonRequest(key)), { _tag: "NotFound" })
      })
    )
  )

  it.effect("opens to its own token only, and to nobody once it is cancelled", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "profile")
        const another = { ...key, token: secret("another's") }
        assert.deepStrictEqual(yield* reasonOf(findLogonRequest(another)), { _tag: "NotFound" })
        yield* cancelLogonRequest(key)
        assert.deepStrictEqual(yield* reasonOf(findLogonRequest(key)), { _tag: "NotFound" })
      })
    )
  )

  it.effect("frees its letter when it is cancelled, and when its time is over", () =>
    inHouse(
      Effect.gen(function* () {
        const lena = personOf("lena-letter")
        yield* answerUpTo(lena, "profile").pipe(Effect.flatMap(cancelLogonRequest))
        yield* answerUpTo(lena, "profile")
        yield* TestClock.adjust("30 minutes")
        const key = yield* answerUpTo(lena, "profile")
        assert.strictEqual((yield* findLogonRequest(key)).step, "profile")
      })
    )
  )

  it.effect("may say not me where a logon exists, and only there", () =>
    inHouse(
      Effect.gen(function* () {
        yield* answerUpTo(personOf("gina-has-logon"), "logon").pipe(Effect.flatMap(reportNotMe))
        assert.include(yield* happened, "NotMeReported")
        const key = yield* answerUpTo(larry, "logon")
        assert.deepStrictEqual(yield* reasonOf(reportNotMe(key)), { _tag: "StepNotOpen" })
      })
    )
  )
})
