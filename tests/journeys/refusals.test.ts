import type { Person, TypedEvidence } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody, stranger } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told, Visitor } from "./visitorOf.ts"

const amount = (typed: string, amountKind: "taxReturnAmount" | "refundAmount" = "taxReturnAmount"): TypedEvidence => ({
  verificationType: "amount",
  amountKind,
  amount: typed
})
const letter = (letterId: string): TypedEvidence => ({ verificationType: "letterId", letterId })

/** Another with a letter and the one before it. */
const lenaAgain = somebody("lena-letter", {
  id: "900118860",
  evidence: letter("L0000000082"),
  letters: [
    { letterId: "L0000000081", kind: "sign-up", mailedOn: "2020-11-10", state: "live" },
    { letterId: "L0000000082", kind: "sign-up", mailedOn: "2020-10-10", state: "superseded" }
  ]
})

/** Every reason of the records, with somebody to whom it happens at the first try. */
const causes: ReadonlyArray<{ readonly cause: string; readonly person: Person }> = [
  { cause: "a number that nobody has", person: stranger() },
  {
    cause: "a number that nobody has, with a letter",
    person: stranger({ id: "900129998", evidence: letter("L0000000001") })
  },
  { cause: "a wrong amount", person: somebody("larry-mo", { evidence: amount("100.01") }) },
  { cause: "the right amount as the wrong kind", person: somebody("rita-refund", { evidence: amount("512.40") }) },
  { cause: "a return on file that is zero", person: somebody("zoe-zero", { evidence: amount("0.01") }) },
  { cause: "the amount of the fourth-oldest return", person: somebody("otto-older") },
  { cause: "an amount of another account type", person: somebody("ada-another-account") },
  { cause: "an account type that was never filed", person: somebody("jo-joint", { accountType: "meals" }) },
  { cause: "a return under review", person: somebody("rae-under-review") },
  { cause: "another person's letter", person: somebody("sam-spouse", { evidence: letter("L0000000001") }) },
  { cause: "a letter that is too old", person: somebody("edna-expired-letter") },
  { cause: "a letter that was used", person: somebody("ulf-used-letter") },
  { cause: "a letter of the wrong kind", person: somebody("lena-letter", { evidence: letter("L0000000003") }) },
  {
    cause: "a letter that a newer one replaced",
    person: lenaAgain
  }
]

/** What an answer says, to the byte; the id of a call has always the same length. */
const spoken = ({ headers, status, text }: Told<unknown>) => ({
  status,
  text,
  headers: [...headers].map(([name, value]) => [name, name === "x-request-id" ? value.length : value])
})

type Request = Awaited<ReturnType<Visitor["walk"]>>["request"]

/** Another wrong answer of the same kind. */
const wrongAgain = (request: Request, { evidence }: Person, attempt: number) =>
  evidence.verificationType === "letterId"
    ? request.answer("letter-id", { letterId: `L00099900${String(attempt).padStart(2, "0")}` })
    : request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: `7,00${attempt}.17` })

let house: House
let visitor: Visitor
beforeAll(async () => {
  house = await openHouse({ settings: { LIMIT_VERIFY_PER_DRAFT: "1000" }, alsoOnFile: [lenaAgain] })
  visitor = visitorOf(house)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

/** Walks to the evidence, gives what the person has, and then goes on guessing to the sixth attempt, which is locked. */
const refusalsOf = async (person: Person) => {
  const step = person.evidence.verificationType === "letterId" ? "letter-id" : "tax-amount"
  const { request } = await visitor.walk(person, step)
  const first =
    person.evidence.verificationType === "letterId"
      ? () => request.answer("letter-id", { letterId: (person.evidence as { letterId: string }).letterId })
      : () => {
          const { amount, amountKind } = person.evidence as { amount: string; amountKind: string }
          return request.answer("tax-amount", { amount, amountKind })
        }
  const answers = []
  const work = []
  for (const attempt of [1, 2, 3, 4, 5, 6]) {
    const { answer, statements } = await statementsDuring(() =>
      attempt === 1 ? first() : wrongAgain(request, person, attempt)
    )
    answers.push(spoken(answer))
    work.push(statements)
  }
  return { answers, work }
}

describe("everything that rests on what is on file has one refusal", () => {
  let expected: Awaited<ReturnType<typeof refusalsOf>>
  let expectedOfLetters: Awaited<ReturnType<typeof refusalsOf>>
  beforeAll(async () => {
    house.clock.set(goldenInstant)
    expected = await refusalsOf(stranger({ id: "900129997" }))
    expectedOfLetters = await refusalsOf(stranger({ id: "900129996", evidence: letter("L0000000001") }))
  })

  test("a letter is refused as an amount is, and its lock has another end", () => {
    expect(expectedOfLetters.answers.slice(0, 5)).toEqual(expected.answers.slice(0, 5))
    expect(JSON.parse(expectedOfLetters.answers[5]!.text)).toMatchObject({
      code: "locked",
      retryAt: "2020-11-20T19:10:15.000Z"
    })
  })

  test("five times the same words, then the lock with the time of its end", () => {
    expect(expected.answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 423])
    const [first, , , , fifth, sixth] = expected.answers.map(({ text }) => JSON.parse(text))
    expect(first).toEqual(fifth)
    expect(first).toMatchObject({ code: "verification_failed", type: "urn:mtc-logon:problem:verification_failed" })
    expect(first).not.toHaveProperty("requestId")
    expect(sixth).toMatchObject({ code: "locked", retryAt: "2020-11-21T18:55:15.000Z" })
  })

  test.each(causes)("$cause: status, body and headers of each attempt are the same", async ({ person }) => {
    const { answers, work } = await refusalsOf(person)
    const alike = person.evidence.verificationType === "letterId" ? expectedOfLetters : expected
    expect(answers).toEqual(alike.answers)
    // The same statements, in the same order: neither their number nor their kind tells a cause.
    expect(work).toEqual(alike.work)
  })

  test("a number that is locked is not looked up", () => {
    const asked = (attempt: number) => expected.work[attempt]!.filter((text) => /"filed_return"|"letter"/.test(text))
    expect(asked(0)).not.toEqual([])
    expect(asked(5)).toEqual([])
  })
})

describe("what is counted", () => {
  const wrong = (person: Person, typed: string) => visitor.walk({ ...person, evidence: amount(typed) }, "profile")
  /** So many different wrong amounts, each in a request of its own. */
  const miss = async (person: Person, times: number, from = 0) => {
    const statuses = []
    for (let at = 0; at < times; at++) statuses.push((await wrong(person, `8,${100 + from + at}.00`)).told.status)
    return statuses
  }
  const somebodyNew = (last: number) => somebody("larry-mo", { id: `9001188${String(last).padStart(2, "0")}` })

  test.each(["0", "0.00", "$0", "000"])(
    "an amount typed as %s is mended on the page and costs no attempt",
    async (typed) => {
      const zoe = somebody("zoe-zero", { id: "900118890" })
      const before = await house.audit()
      const { told } = await wrong(zoe, typed)
      expect(told.status).toBe(422)
      expect(told.body).toMatchObject({
        code: "issues",
        issues: [{ path: "amount", code: "amount-not-positive" }]
      })
      const after = await house.audit()
      expect(after.slice(before.length).map(({ type }) => type)).not.toContain("DecisionMade")
    }
  )

  test("four failures lock nothing", async () => {
    const larry = somebodyNew(1)
    expect(await miss(larry, 4)).toEqual([422, 422, 422, 422])
  })

  test("a lock opens when the first of the five failures has left its window, at that instant and not before", async () => {
    const person = somebody("gina-has-logon")
    const { clock } = house
    for (let at = 0; at < 5; at++) {
      expect(await miss(person, 1, 20 + at)).toEqual([422])
      clock.advance("1 hour")
    }
    clock.set("2020-11-21T13:55:14.999-05:00")
    const locked = await visitor.walk(person, "profile")
    expect([locked.told.status, locked.told.body]).toMatchObject([423, { retryAt: "2020-11-21T18:55:15.000Z" }])
    expect(locked.told.headers.get("retry-after")).toBe("1")
    clock.set("2020-11-21T13:55:15-05:00")
    expect((await visitor.walk(person, "profile")).told.status).toBe(200)
  })

  test("a lock tells when it ends, and neither the right answer nor a new request nor Cancel shortens it", async () => {
    const person = somebody("ivan-itin")
    expect(await miss(person, 5)).toEqual([422, 422, 422, 422, 422])
    const { request, told } = await visitor.walk(person, "profile")
    expect(told.status).toBe(423)
    await request.cancel()
    house.clock.advance("23 hours")
    expect((await visitor.walk(person, "profile")).told.status).toBe(423)
  })

  test("a success resets nothing", async () => {
    const person = somebody("amy-amended")
    await miss(person, 4)
    expect((await visitor.walk(person, "profile")).told.status).toBe(200)
    expect(await miss(person, 2, 10)).toEqual([422, 423])
  })

  test("ten failures in a year close amounts for a number, without a time when they open", async () => {
    const person = somebody("rod-adjusted")
    await miss(person, 5)
    house.clock.advance("25 hours")
    expect(await miss(person, 5, 5)).toEqual([422, 422, 422, 422, 422])
    house.clock.advance("25 hours")
    const { told } = await visitor.walk(person, "profile")
    expect(told.status).toBe(423)
    expect(told.body).not.toHaveProperty("retryAt")
    expect(told.headers.get("retry-after")).toBeNull()
    house.clock.advance("364 days")
    expect((await visitor.walk(person, "profile")).told.status).toBe(200)
  })

  test("letters count apart: guesses at amounts lock nobody's letter out", async () => {
    const theo = somebody("theo-thief-first")
    await miss(theo, 5)
    expect(await miss(theo, 1, 5)).toEqual([423])
    const { request, told } = await visitor.walk(theo, "profile")
    expect(told.status).toBe(200)
    await request.cancel()
  })

  test("guesses at letters lock nobody's amount out", async () => {
    const person = somebody("mel-master-exists")
    for (let at = 0; at < 6; at++) {
      const { told } = await visitor.walk({ ...person, evidence: letter(`L000555000${at}`) }, "profile")
      expect(told.status).toBe(at < 5 ? 422 : 423)
    }
    expect((await visitor.walk(person, "profile")).told.status).toBe(200)
  })

  test("the same wrong answer again counts once", async () => {
    const person = somebodyNew(2)
    for (let at = 0; at < 7; at++) expect((await wrong(person, "55.55")).told.status).toBe(422)
    expect(await miss(person, 5)).toEqual([422, 422, 422, 422, 423])
  })

  test("of twenty guesses at once five are evaluated", async () => {
    const person = somebodyNew(3)
    const requests = []
    for (let at = 0; at < 20; at++) requests.push((await visitor.walk(person, "tax-amount")).request)
    const told = await Promise.all(
      requests.map((request, at) =>
        request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: `9,1${String(at).padStart(2, "0")}.00` })
      )
    )
    const statuses = told.map(({ status }) => status)
    expect([422, 423].map((status) => statuses.filter((each) => each === status).length)).toEqual([5, 15])
  })

  test("ten guesses in one request are the most", async () => {
    const strict = await openHouse()
    const guesser = visitorOf(strict)
    const { request } = await guesser.walk(somebodyNew(4), "tax-amount")
    const statuses = []
    for (let at = 0; at < 11; at++)
      statuses.push((await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "12.34" })).status)
    await strict.close()
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  })
})

test("R-46 what one applicant tried is nowhere in what another is told", async () => {
  const larry = somebody("larry-mo", { id: "900118870" })
  const unmarked = await visitor.walk(larry, "tax-amount")
  for (let at = 0; at < 4; at++) {
    await visitor.walk({ ...larry, evidence: amount(`6,60${at}.00`) }, "profile")
  }
  const after = await visitor.walk(larry, "tax-amount")
  const view = ({ body }: Told<object>) => ({ ...body, id: "" })
  expect(view(after.told)).toEqual(view(unmarked.told))
})
