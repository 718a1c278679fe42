import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { activationCodeIn, securityCodeIn } from "./codesIn.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

/** The newest mail to an address. */
export const newestMailTo = ({ mails }: Pick<House, "mails">, address: string): string =>
  mails.findLast(({ to }) => to.address === address)!.rendered.text

/** Somebody whose request was submitted and approved: what they have to log in with, and the visitor that they are. */
export const approvedPerson = async (house: House, person: Person) => {
  const visitor = visitorOf(house)
  const { request } = await visitor.walk(person)
  await request.submit()
  await house.drain()
  const { email, username } = person.wish
  const credentials = { username, password: typedPassword }
  return {
    visitor,
    request,
    credentials,
    activationCode: activationCodeIn(newestMailTo(house, email)),
    logIn: (more: object = {}, headers: Readonly<Record<string, string>> = {}) =>
      visitor.call<{ status: string; methods: ReadonlyArray<{ id: string; target: string }> }>("POST", "/v1/sessions", {
        body: { ...credentials, ...more },
        headers
      })
  }
}

/** Sets up codes by e-mail, in the first log-in of a visitor: that is its end. */
export const setUpCodes = async (house: House, visitor: Visitor, target: string) => {
  const added = await visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", {
    body: { kind: "email", target }
  })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, target))
  const confirmed = await visitor.call("POST", `/v1/me/two-step-methods/${added.body.id}/confirm`, { body: { code } })
  return { methodId: added.body.id, confirmed }
}

/** Somebody who has logged in for the first time and set up codes by e-mail, at another address of theirs. */
export const activePerson = async (house: House, person: Person) => {
  const approved = await approvedPerson(house, person)
  await approved.logIn({ activationCode: approved.activationCode })
  const target = `codes.${person.wish.email}`
  const { methodId } = await setUpCodes(house, approved.visitor, target)
  return { ...approved, target, methodId }
}
