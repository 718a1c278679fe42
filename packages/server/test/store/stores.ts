import { randomUUID } from "node:crypto"
import { RuleSets } from "@mtc-logon/core/questions"
import { PasswordHasher } from "@mtc-logon/core/logon"
import { LogonRequests } from "@mtc-logon/core/logon-request"
import type { Answers, LogonRequestDraft, Proof } from "@mtc-logon/core/logon-request"
import { terms } from "@mtc-logon/core/rule-sets"
import { memoryPasswordHasher, peopleAt, typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { ConfigProvider, DateTime, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { auditLayer } from "../../src/audit/auditLayer.ts"
import { jobsLayer } from "../../src/jobs/jobsLayer.ts"
import { ruleSetsLayer } from "../../src/store/ruleSetsLayer.ts"
import { storeLayer } from "../../src/layers.ts"
import { rateLimitsLayer } from "../../src/limits/RateLimits.ts"
import { postLayer } from "../../src/channels/postLayer.ts"
import { liveLayer } from "../../src/live/liveLayer.ts"
import { derivedLayer } from "../../src/secrets/Derived.ts"
import { digestsLayer } from "../../src/secrets/Digests.ts"
import { idsLayer } from "../../src/secrets/Ids.ts"
import { sealingLayer } from "../../src/secrets/Sealing.ts"
import { readServerConfig, ServerConfig } from "../../src/ServerConfig.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

const settings = Layer.effect(
  ServerConfig,
  Effect.provideService(
    readServerConfig,
    ConfigProvider.ConfigProvider,
    ConfigProvider.fromUnknown({
      MTC_ENV: "development",
      ID_RANGES: "sandbox",
      LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS: "1000",
      LIMIT_LOGONS_PER_PHONE_PER_30_DAYS: "1000"
    })
  )
)

const secrets = Layer.mergeAll(
  derivedLayer,
  digestsLayer,
  sealingLayer,
  Layer.succeed(PasswordHasher, memoryPasswordHasher)
).pipe(Layer.provideMerge(testKeyring()))

const ground = Layer.mergeAll(auditLayer, jobsLayer, liveLayer, postLayer(), rateLimitsLayer, ruleSetsLayer).pipe(
  Layer.provideMerge(Layer.mergeAll(secrets, idsLayer, settings))
)

/** Every store, over a database; passwords are not hashed, since fifty at once would take a minute. */
export const stores = storeLayer.pipe(Layer.provideMerge(ground))

/** The moment of the walk-through's submit. */
export const golden = DateTime.makeUnsafe("2020-11-20T13:55:15-05:00")

/** Everything in a suite happens at the moment of the walk-through, until somebody moves the clock. */
export const atGolden = TestClock.setTime(DateTime.toEpochMillis(golden))

export const people = peopleAt("2020-11-20")

export const personOf = (story: string): Person => {
  const found = people.find((person) => person.story === story)
  if (found === undefined) throw new Error(`Nobody is called ${story}`)
  return found
}

/** All that a person answered, as the draft keeps it. */
const answersOf = (person: Person, username: string): Answers => ({
  "taxpayer-type": { taxpayerType: person.taxpayerType },
  "taxpayer-id": { idType: person.idType, id: Redacted.make(person.id), accountType: person.accountType },
  "verification-type": { verificationType: person.evidence.verificationType },
  ...(person.evidence.verificationType === "amount" && { "tax-amount": { amountKind: person.evidence.amountKind } }),
  ...(person.evidence.verificationType === "letterId" && { "letter-id": {} }),
  profile: {
    name: person.name,
    phoneCountry: "US",
    phoneType: "cell",
    phoneNumber: "+16175550101",
    pin: Redacted.make("1234"),
    email: person.wish.email
  },
  logon: {
    username,
    passwordHash: Redacted.make(`not-a-hash:${typedPassword}`),
    secretQuestion: "city-met-spouse",
    secretAnswerHash: Redacted.make("not-a-hash:boston")
  },
  "profile-access": { taxProfessional: false },
  terms: { termsVersion: terms.version, acceptedAt: golden }
})

export const proofBy = (letterId: string | null): Proof => ({
  decisionId: randomUUID(),
  evidence: letterId === null ? "amount" : "letterId",
  letterId: letterId === null ? null : Redacted.make(letterId),
  role: { role: "MasterAdministrator", scope: "all" },
  logonExists: false
})

/** A draft that waits for its submit: verified by an amount. */
export const draftAtSummary = Effect.fnUntraced(function* (person: Person, username = person.wish.username) {
  const { pin } = yield* (yield* RuleSets).inForce(golden)
  return {
    status: "draft",
    partnerId: null,
    locale: "en",
    reference: null,
    ruleSet: pin,
    answers: answersOf(person, username),
    proof: proofBy(null),
    openedAt: golden,
    lastSeenAt: golden,
    expiresAt: DateTime.add(golden, { minutes: 30 })
  } satisfies Omit<LogonRequestDraft, "id">
})

/** Opens a request that waits for its submit. */
export const openAtSummary = Effect.fnUntraced(function* (person: Person, username?: string) {
  const draft = yield* draftAtSummary(person, username)
  return yield* (yield* LogonRequests).open(draft, [])
})

/** So many effects, all begun before any is done. */
export const atOnce = <A, E, R>(times: number, work: (at: number) => Effect.Effect<A, E, R>) =>
  Effect.all(
    Array.from({ length: times }, (_, at) => Effect.result(work(at))),
    { concurrency: "unbounded" }
  )
