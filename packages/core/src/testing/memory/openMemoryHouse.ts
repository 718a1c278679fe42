import { DateTime, Redacted } from "effect"
import { parsePhoneNumber } from "../../contact/parsePhoneNumber.ts"
import { logonOf } from "../../logon-request/logonOf.ts"
import type { Keys } from "../../logon/Keys.ts"
import { addWay } from "../../two-step/addTwoStepMethod.ts"
import { noticesOf } from "../../notices/noticesOf.ts"
import type { ExistingLogon, Person } from "../Person.ts"
import { existingPassword } from "../Person.ts"
import { terms } from "../../rule-sets/massachusetts/terms.ts"
import { taxpayerKey } from "../../taxpayer/taxpayerKey.ts"
import { hashed } from "./memoryPasswordHasher.ts"
import { memoryKeys } from "./memoryKeys.ts"
import { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

const phoneOf = (typed: string): string => {
  const parsed = parsePhoneNumber(typed, "US")
  return "value" in parsed ? parsed.value : typed
}

const keyOf = ({ id, idType }: Person): string => taxpayerKey(idType, id)

const addLogon = (
  house: House,
  keys: Keys["Service"],
  owner: Person,
  logon: ExistingLogon,
  effectiveAt: DateTime.Utc
): void => {
  const { email, evidence, name, role, taxProfessional, username } = logon
  const secret = hashed(Redacted.make(existingPassword))
  const made = logonOf(
    keys,
    {
      username,
      passwordHash: secret,
      secretQuestion: "first-pet",
      secretAnswerHash: secret,
      pinHash: secret,
      profile: { name, phoneCountry: "US", phoneType: "cell", phoneNumber: phoneOf(logon.phoneNumber), email },
      taxProfessional,
      terms: { version: terms.version, acceptedAt: DateTime.makeUnsafe(0) }
    },
    { locale: "en", requestId: null },
    effectiveAt
  )
  const { id } = made
  const way = addWay(made, keys, { kind: "email", target: email }, effectiveAt)
  const methods = way.logon.methods.map((each) => ({ ...each, confirmedAt: effectiveAt }))
  house.logons.set(id, { ...made, methods, status: "active", activatedAt: effectiveAt })
  const scope = role === "MasterAdministrator" ? "all" : owner.accountType
  const since = { id: house.makeId("access-grant"), logonId: id, effectiveAt, state: "effective" } as const
  house.grants.push({ ...since, owner: keyOf(owner), role, scope, evidence })
  for (const client of [...house.people.values()].filter(({ story }) => logon.clients.includes(story))) {
    house.grants.push({
      ...since,
      id: house.makeId("access-grant"),
      owner: keyOf(client),
      role: "TaxAdministrator",
      scope: client.accountType,
      evidence: "grant"
    })
  }
}

/** A server with these people on file, their letters and the logons of their stories, whose roles are effective now. */
export const openMemoryHouse = (people: ReadonlyArray<Person>, now: DateTime.Utc): House => {
  let ids = 0
  let sequence = 323_475
  const house = MemoryHouse.of({
    people: new Map(people.map((person) => [keyOf(person), person])),
    records: { available: true, lookUps: 0 },
    post: { delivers: true },
    letters: new Map(
      people.flatMap((person) =>
        person.letters.map(
          (letter) => [letter.letterId, { ...letter, owner: keyOf(person), counted: true, reservedBy: null }] as const
        )
      )
    ),
    attempts: new Map(),
    decisions: new Map(),
    requests: new Map(),
    logons: new Map(),
    grants: [],
    forgotten: [],
    contests: new Map(),
    closed: new Map(),
    amountsOpened: new Map(),
    events: [],
    notices: [],
    makeId: (of) => `${of}-${++ids}`,
    nextSequence: () => ++sequence,
    record: (subjectId, events) => {
      for (const event of events) {
        house.events.push({ subjectId, event })
        house.notices.push(...noticesOf(event, events).map((kind) => ({ kind, subjectId })))
      }
    }
  })
  const keys = memoryKeys(house.makeId)
  for (const person of people) for (const logon of person.logons) addLogon(house, keys, person, logon, now)
  return house
}
