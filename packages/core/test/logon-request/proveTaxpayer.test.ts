import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import type { LogonRequestKey } from "../../src/logon-request/LogonRequest.ts"
import { cancelLogonRequest } from "../../src/logon-request/cancelLogonRequest.ts"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import { requestLetter } from "../../src/logon-request/requestLetter.ts"
import { submitLogonRequest } from "../../src/logon-request/submitLogonRequest.ts"
import type { Person } from "../../src/testing/Person.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import {
  answer,
  answerUpTo,
  golden,
  inHouse,
  larry,
  openRequest,
  people,
  personOf,
  reasonOf,
  secret,
  typedBy
} from "../visit.ts"

const evidenceStep = { amount: "tax-amount", lineItem: "line-item", letterId: "letter-id" } as const

const stepOf = ({ evidence }: Person) => evidenceStep[evidence.verificationType]

/** Somebody who types the evidence of `person` with the number of nobody. */
const unknownTo = (person: Person): Person => ({ ...person, id: "900129998" })

/** Answers to the evidence step, then gives the evidence. */
const prove = Effect.fnUntraced(function* (person: Person) {
  const key = yield* answerUpTo(person, stepOf(person))
  return yield* answer(key, typedBy(person, stepOf(person)) as never)
})

const typedAmount = (amount: string) =>
  ({ step: "tax-amount", text: { amountKind: "taxReturnAmount", amount } }) as const

const missed = Effect.fnUntraced(function* (key: LogonRequestKey, times: number) {
  for (let dollars = 1; dollars <= times; dollars++) yield* reasonOf(answer(key, typedAmount(`${dollars}.00`)))
})

describe("the one refusal", () => {
  const secretCauses = people.filter(({ ending }) => ending === "not-verified")
  for (const person of [...secretCauses, unknownTo(larry), unknownTo(personOf("lena-letter"))]) {
    const who = person.id === "900129998" ? `a number that nobody has, ${stepOf(person)}` : person.story
    it.effect(`is the same for ${who}`, () =>
      inHouse(
        Effect.gen(function* () {
          assert.deepStrictEqual(yield* reasonOf(prove(person)), { _tag: "VerificationFailed" })
        })
      )
    )
  }

  it.effect("leaves the draft where it was", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "tax-amount")
        const before = yield* findLogonRequest(key)
        yield* missed(key, 1)
        assert.deepStrictEqual(yield* findLogonRequest(key), before)
      })
    )
  )

  it.effect("is no lock until the fifth, which is said with the time that it ends", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "tax-amount")
        yield* missed(key, 5)
        assert.deepStrictEqual(yield* reasonOf(answer(key, typedAmount("100.00"))), {
          _tag: "Locked",
          retryAt: DateTime.add(golden, { hours: 24 })
        })
      })
    )
  )

  it.effect("R-46 nothing that one applicant tried can be read by another", () =>
    inHouse(
      Effect.gen(function* () {
        const alone = yield* answerUpTo(larry, "tax-amount").pipe(Effect.flatMap(findLogonRequest))
        const other = yield* answerUpTo(larry, "tax-amount")
        yield* missed(other, 4)
        const after = yield* answerUpTo(larry, "tax-amount").pipe(Effect.flatMap(findLogonRequest))
        assert.deepStrictEqual({ ...after, id: alone.id }, alone)
        // The right amount is told alike, however often somebody else was wrong.
        const key = yield* answerUpTo(larry, "tax-amount")
        assert.strictEqual((yield* answer(key, typedAmount("100.00"))).step, "profile")
      })
    )
  )

  it.effect("is none while the records are away, and costs no attempt", () =>
    inHouse(
      Effect.gen(function* () {
        const { attempts, records } = yield* MemoryHouse
        const key = yield* answerUpTo(larry, "tax-amount")
        records.available = false
        assert.deepStrictEqual(yield* reasonOf(answer(key, typedAmount("1.00"))), { _tag: "RecordsUnavailable" })
        assert.deepStrictEqual(
          [...attempts.values()].map(({ state }) => state),
          ["freed"]
        )
        records.available = true
        assert.strictEqual((yield* answer(key, typedAmount("100.00"))).step, "profile")
      })
    )
  )
})

describe("a proof", () => {
  it.effect("brings the forecast of the role, told from the logon step on", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "profile")
        assert.notProperty(yield* findLogonRequest(key), "role")
        const view = yield* answer(key, typedBy(larry, "profile"))
        assert.deepInclude(view, { role: { role: "MasterAdministrator", scope: "all" }, logonExists: false })
      })
    )
  )

  it.effect("tells that a logon exists, and the lesser role, where one does", () =>
    inHouse(
      Effect.gen(function* () {
        const view = yield* answerUpTo(personOf("mel-master-exists"), "logon").pipe(Effect.flatMap(findLogonRequest))
        assert.deepInclude(view, {
          role: { role: "TaxAdministrator", scope: "personal-income-tax" },
          logonExists: true
        })
      })
    )
  )

  it.effect("by a letter holds it: nobody else can use it meanwhile", () =>
    inHouse(
      Effect.gen(function* () {
        const lena = personOf("lena-letter")
        const { letters } = yield* MemoryHouse
        yield* prove(lena)
        assert.strictEqual(letters.get("L0000000001")?.state, "reserved")
        assert.deepStrictEqual(yield* reasonOf(prove(lena)), { _tag: "VerificationFailed" })
      })
    )
  )

  it.effect("by a letter outlives one that somebody else asks for", () =>
    inHouse(
      Effect.gen(function* () {
        const lena = personOf("lena-letter")
        const { letters } = yield* MemoryHouse
        const key = yield* answerUpTo(lena)
        yield* requestLetter("SSN", secret(lena.id))
        assert.strictEqual(letters.get("L0000000001")?.state, "reserved")
        assert.strictEqual((yield* submitLogonRequest(key)).username, lena.wish.username)
      })
    )
  )

  it.effect("by the newer of two letters ends the older, and cancelled brings it not back", () =>
    inHouse(
      Effect.gen(function* () {
        const lena = personOf("lena-letter")
        const { letters } = yield* MemoryHouse
        const before = [...letters.keys()]
        yield* requestLetter("SSN", secret(lena.id))
        const newer = [...letters.keys()].find((letterId) => !before.includes(letterId))!
        assert.strictEqual(letters.get("L0000000001")?.state, "live")
        const first = yield* answerUpTo(lena)
        const second = yield* answerUpTo({ ...lena, evidence: { verificationType: "letterId", letterId: newer } })
        assert.strictEqual(letters.get("L0000000001")?.state, "superseded")
        assert.deepStrictEqual(yield* reasonOf(submitLogonRequest(first)), { _tag: "VerificationFailed" })
        yield* cancelLogonRequest(second)
        assert.strictEqual(letters.get(newer)?.state, "live")
        assert.deepStrictEqual(yield* reasonOf(prove(lena)), { _tag: "VerificationFailed" })
      })
    )
  )

  it.effect("needs the steps before it", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* openRequest
        assert.deepStrictEqual(yield* reasonOf(answer(key, typedAmount("100.00"))), { _tag: "StepNotOpen" })
      })
    )
  )
})
