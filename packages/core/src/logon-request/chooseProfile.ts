import { DateTime, Effect, Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { warningsOf } from "../engine/issuesOf.ts"
import type { KeptAnswers } from "./stepShapes.ts"
import type { ParsedAnswers } from "./answers/parseAnswer.ts"
import { contactIssue } from "./contactIssue.ts"
import type { LogonRequestDraft } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { toFieldIssue } from "./toFieldIssue.ts"

/**
 * Asks whether the server allows one more logon with this address and phone. It also returns advice to choose something else.
 *
 * **Details**
 *
 * The person learns this here, at the field, not after the last step. The submit counts under a lock and can still refuse.
 *
 * **Gotchas**
 *
 * An address counts no matter who has it, so that the result reveals nothing about a person.
 *
 * @rule D-17
 */
export const chooseProfile = Effect.fn("chooseProfile")(function* (
  { answers }: LogonRequestDraft,
  { email, name, phoneCountry, phoneNumber, phoneType, pin }: ParsedAnswers["profile"],
  { ask }: RuleSetInForce
) {
  // What was shown masked and not touched stays.
  const contact = {
    email: email ?? answers.profile!.email,
    phoneNumber: phoneNumber ?? answers.profile!.phoneNumber
  }
  const usedUp = yield* (yield* LogonRequests).contactsUsedUp(contact, yield* DateTime.now)
  if (usedUp.length > 0) {
    const reason = { _tag: "Issues", step: "profile", issues: usedUp.map(contactIssue) } as const
    return yield* new LogonRequestError({ reason })
  }
  const kept: KeptAnswers["profile"] = {
    name,
    phoneCountry,
    phoneType,
    ...contact,
    pin: pin === null ? answers.profile!.pin : Redacted.make(pin)
  }
  return { kept, warnings: pin === null ? [] : warningsOf(ask.profile, { profile: { pin } }).map(toFieldIssue) }
})
