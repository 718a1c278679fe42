import { DateTime, Redacted } from "effect"
import { parsePhoneNumber } from "../../contact/parsePhoneNumber.ts"
import { noticesOf } from "../../notices/noticesOf.ts"
import type { ExistingLogon, Person } from "../Person.ts"
import { existingPassword } from "../Person.ts"
import { terms } from "../../rule-sets/massachusetts/terms.ts"
import { taxpayerKey } from "../../taxpayer/taxpayerKey.ts"
import { hashed } from "./memoryPasswordHasher.ts"
import { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

const phoneOf = (typed: string): string => {
  const parsed = parsePhoneNumber(typed, "US")
  return "value" in parsed ? parsed.value : typed
}

const keyOf = ({ id, idType }: Person): string => taxpayerKey(idType, id)

const addLogon = (house: House, owner: Person, logon: ExistingLogon, effectiveAt: DateTime.Utc): void => {
  const id = house.makeId("logon")
  const { email, evidence, name, role, taxProfessional, username } = logon
  const secret = hashed(Redacted.make(existingPassword))
  house.logons.set(id, {
    id,
    username,
    passwordHash: secret,
    secretQuestion: "first-pet",
    secretAnswerHash: secret,
    pinHash: secret,
    profile: { name, phoneCountry: "US", phoneType: "cell", phoneNumber: phoneOf(logon.phoneNumber), email },
    taxProfessional,
    terms: { version: terms.version, acceptedAt: DateTime.makeUnsafe(0) },
    status: "active",
    failedLogIns: 0,
    missedCodes: 0,
    codesLockedUntil: null
  })
  const methodId = house.makeId("two-step-method")
  house.methods.set(methodId, { id: methodId, logonId: id, kind: "email", target: email, confirmed: true })
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

/** A house with these people on file, their letters and the logons of their stories, whose roles are effective now. */
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
    activationCodes: [],
    sessions: new Map(),
    methods: new Map(),
    securityCodes: [],
    devices: [],
    recoveryCodes: [],
    recoveryChallenges: new Map(),
    appSteps: new Map(),
    passwords: new Map(),
    links: [],
    notMeCodes: [],
    forgotten: [],
    contests: new Map(),
    closed: new Set(),
    events: [],
    notices: [],
    makeId: (of) => `${of}-${++ids}`,
    nextSequence: () => ++sequence,
    record: (subjectId, events) => {
      for (const event of events) {
        house.events.push({ subjectId, event })
        house.notices.push(...noticesOf(event, events).map((notice) => ({ ...notice, subjectId })))
      }
    }
  })
  for (const person of people) for (const logon of person.logons) addLogon(house, person, logon, now)
  return house
}
