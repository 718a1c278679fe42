import { createHash } from "node:crypto"
import { parsePhoneNumber } from "@mtc-logon/core/contact"
import { RuleSets } from "@mtc-logon/core/questions"
import { PasswordHasher, usernameKey } from "@mtc-logon/core/logon"
import { maskTaxpayerIdentifier, taxpayerKey } from "@mtc-logon/core/taxpayer"
import type { ExistingLogon, Person } from "@mtc-logon/core/testing"
import { DateTime, Effect, Redacted } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import {
  filedReturnTable as returns,
  taxAccountTable as accounts,
  taxpayerTable as taxpayers
} from "../database/taxpayerTable.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonTable as logons, twoStepMethodTable as methods } from "../database/logonTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"

/** The same id for the same words: what is seeded twice is there once. */
const idOf = (...words: ReadonlyArray<string>): string => {
  const hex = createHash("sha256").update(words.join("\0")).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const keyOf = ({ id, idType }: Person) => taxpayerKey(idType, id)

const taxpayerOf = ({ id, idType }: Person) => ({ idType, digits: Redacted.make(id) })

/** Letters are mailed at noon, in the middle of the Department's day. */
const noonOf = (day: string) => new Date(`${day}T17:00:00Z`)

/**
 * Puts people of the sandbox on file: taxpayers, tax accounts, returns, letters, and the logons that are there before.
 *
 * **Details**
 *
 * `password` is the one that every logon before has. Run again it changes nothing that is there.
 */
export const seedPeople = Effect.fn("seedPeople")(function* (people: ReadonlyArray<Person>, password: string) {
  const { transaction } = yield* Database
  const digests = yield* Digests
  const sealing = yield* Sealing
  const passwordHash = yield* Effect.orDie((yield* PasswordHasher).hash(Redacted.make(password)))
  const now = DateTime.toDateUtc(yield* DateTime.now)
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const termsVersion = policy.terms.version

  const seal = (table: string, column: string, row: string, value: unknown) =>
    sealing.seal({ table, column, row }, typeof value === "string" ? value : JSON.stringify(value))

  const seedTaxpayer = Effect.fnUntraced(function* (tx: Db, person: Person) {
    const taxpayerDigest = digests.ofTaxpayer(taxpayerOf(person))
    const taxpayerId = idOf("taxpayer", keyOf(person))
    const values = {
      id: taxpayerId,
      taxpayerDigest,
      idType: person.idType,
      number: seal("taxpayer", "number", taxpayerId, person.id),
      contact: seal("taxpayer", "contact", taxpayerId, { name: person.name, ...person.contact }),
      holds: [...person.holds]
    }
    yield* query(tx.insert(taxpayers).values(values).onConflictDoNothing())
    for (const account of person.taxAccounts) {
      const row = { taxpayerDigest, closedOn: null, ...account }
      yield* query(tx.insert(accounts).values(row).onConflictDoNothing())
    }

    const returnIdOf = ({ accountType, amendedOf = "", periodEnd, postedOn }: Person["returns"][number]) =>
      idOf("return", keyOf(person), accountType, periodEnd, amendedOf, postedOn)
    for (const filed of person.returns) {
      const id = returnIdOf(filed)
      const original = person.returns.find(
        ({ accountType, amendedOf, periodEnd }) =>
          accountType === filed.accountType && amendedOf === undefined && periodEnd === filed.amendedOf
      )
      const row = {
        ...filed,
        id,
        taxpayerDigest,
        filed: seal("filed_return", "filed", id, filed.filed),
        adjusted: filed.adjusted === null ? null : seal("filed_return", "adjusted", id, filed.adjusted),
        amendedOf: original === undefined ? null : returnIdOf(original)
      }
      yield* query(tx.insert(returns).values(row).onConflictDoNothing())
    }

    for (const { kind, letterId, mailedOn, state } of person.letters) {
      const id = idOf("letter", letterId)
      const row = {
        id,
        letterDigest: digests.of("letter", letterId),
        letterId: seal("letter", "letter_id", id, letterId),
        taxpayerDigest,
        kind,
        mailedAt: noonOf(mailedOn),
        state,
        usedAt: state === "used" ? now : null
      }
      yield* query(tx.insert(letters).values(row).onConflictDoNothing())
    }
  })

  const seedLogon = Effect.fnUntraced(function* (tx: Db, person: Person, logon: ExistingLogon) {
    const logonId = idOf("logon", usernameKey(logon.username))
    const phone = parsePhoneNumber(logon.phoneNumber, "US")
    const phoneNumber = "value" in phone ? phone.value : logon.phoneNumber
    const profile = { name: logon.name, phoneCountry: "US", phoneType: "cell", phoneNumber, email: logon.email }
    const emailDigest = digests.of("email", logon.email.toLowerCase())
    yield* query(
      tx
        .insert(logons)
        .values({
          id: logonId,
          username: logon.username,
          usernameKey: usernameKey(logon.username),
          passwordHash: Redacted.value(passwordHash),
          passwordHashes: seal("logon", "password_hashes", logonId, [Redacted.value(passwordHash)]),
          passwordChangedAt: now,
          secretQuestion: "",
          secretAnswerHash: "",
          pinHash: "",
          profile: seal("logon", "profile", logonId, profile),
          emailDigest,
          phoneDigest: digests.of("phone", phoneNumber),
          locale: "en",
          taxProfessional: logon.taxProfessional,
          termsVersion,
          termsAcceptedAt: now,
          termsAccepted: [],
          status: "active",
          createdAt: now,
          activatedAt: now
        })
        .onConflictDoNothing()
    )
    const methodId = idOf("two-step-method", logonId)
    const method = {
      id: methodId,
      logonId,
      kind: "email" as const,
      target: seal("two_step_method", "target", methodId, logon.email),
      targetDigest: emailDigest,
      createdAt: now,
      confirmedAt: now
    }
    yield* query(tx.insert(methods).values(method).onConflictDoNothing())

    for (const held of people.filter(({ story }) => story === person.story || logon.clients.includes(story))) {
      const isOwn = held.story === person.story
      const grant = {
        id: idOf("grant", logonId, keyOf(held)),
        taxpayerDigest: digests.ofTaxpayer(taxpayerOf(held)),
        logonId,
        role: isOwn ? logon.role : ("TaxAdministrator" as const),
        scope: isOwn && logon.role === "MasterAdministrator" ? "all" : held.accountType,
        evidence: isOwn ? logon.evidence : ("grant" as const),
        taxpayerMask: maskTaxpayerIdentifier(held.id, held.idType),
        state: "effective" as const,
        createdAt: now,
        effectiveAt: now
      }
      yield* query(tx.insert(grants).values(grant).onConflictDoNothing())
    }
  })

  yield* transaction((tx) =>
    Effect.gen(function* () {
      for (const person of people) yield* seedTaxpayer(tx, person)
      for (const person of people) for (const logon of person.logons) yield* seedLogon(tx, person, logon)
    })
  )
})
