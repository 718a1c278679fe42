import type { profileCalls } from "@mtc-logon/core/contract"
import { Homes } from "@mtc-logon/core/login"
import {
  Activities,
  askLetterCode,
  changePassword,
  changePin,
  changeProfile,
  changeSecretQuestion,
  confirmEmail,
  enterLetterCode,
  lockRegistration,
  openAmounts,
  RegistrationLocks,
  showProfile
} from "@mtc-logon/core/profile"
import { Effect } from "effect"
import type { Handlers } from "../Handlers.ts"

/** Manage My Profile, and the letter code of a Master Administrator who proved with an amount (D-25). */
export const profileHandlers: Handlers<typeof profileCalls> = {
  "GET /v1/me/profile": ({ session }) => showProfile(session.logonId),
  "PATCH /v1/me/profile": ({ body, session }) => changeProfile(session, body),
  "POST /v1/me/email-change/confirm": ({ body, session }) => confirmEmail(session, body.code),
  "POST /v1/me/password": ({ body, session }) => changePassword(session, body),
  "PUT /v1/me/pin": ({ body, session }) => changePin(session, body.pin),
  "PUT /v1/me/secret-question": ({ body, session }) => changeSecretQuestion(session, body),
  "GET /v1/me/registration-lock": ({ session }) =>
    Effect.gen(function* () {
      return { locked: yield* (yield* RegistrationLocks).isLocked(session.logonId) }
    }),
  "PUT /v1/me/registration-lock": ({ body, session }) => lockRegistration(session, body.locked),
  "POST /v1/me/amounts/open": ({ session }) => openAmounts(session),
  "GET /v1/me/letter-code": ({ session }) => askLetterCode(session.logonId),
  "POST /v1/me/letter-code": ({ body, caller, session }) => enterLetterCode(session, body.letterId, caller.address),
  "GET /v1/me/activity": ({ session }) =>
    Effect.gen(function* () {
      return { activity: yield* (yield* Activities).of(session.logonId) }
    }),
  "GET /v1/me/messages": ({ session }) =>
    Effect.gen(function* () {
      const { messages } = yield* (yield* Homes).of(session.logonId)
      return { messages }
    })
}
