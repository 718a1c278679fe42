import { createHash } from "node:crypto"
import type { logInCalls } from "@mtc-logon/core/contract"
import {
  acceptTerms,
  Homes,
  logIn,
  logOut,
  logOutEverywhere,
  readTerms,
  resendActivation,
  typePasswordAgain,
  viewSession
} from "@mtc-logon/core/login"
import { usernameKey } from "@mtc-logon/core/logon"
import { listTrustedDevices, revokeTrustedDevice, trustedDeviceToView } from "@mtc-logon/core/two-step"
import { DateTime, Effect } from "effect"
import { localeOf } from "../../http/localeOf.ts"
import { deviceCookie, sessionCookie } from "../../http/sessionCookie.ts"
import { messageIdOf, sayIn } from "../../say.ts"
import type { Handlers } from "../Handlers.ts"
import { currentSession } from "./currentSession.ts"
import { logInLimit } from "./logInLimit.ts"
import { writeCookies } from "./writeCookies.ts"

/** Sessions, terms, trusted devices and the home page. */
export const logInHandlers: Handlers<typeof logInCalls> = {
  "POST /v1/sessions": ({ body: { activationCode = null, password, username }, c, caller }) =>
    Effect.gen(function* () {
      const before = sessionCookie.read(c)
      const {
        answer: view,
        logonId,
        tokens
      } = yield* logIn(username, password, { activationCode, trustedDevices: deviceCookie.read(c) }).pipe(
        logInLimit.guard(c, caller, usernameKey(username))
      )
      if (before !== undefined) {
        yield* currentSession(c, "password", { beforeTerms: true }).pipe(
          Effect.flatMap(logOut),
          Effect.catchTag("LogInError", () => Effect.void)
        )
      }
      const isWhole = view.status === "logged_in" || view.status === "terms_required"
      yield* writeCookies(c, { logonId, ...tokens, isWhole })
      return view
    }),
  "POST /v1/activations/resend": ({ body: { password, username }, c, caller }) =>
    resendActivation(username, password).pipe(logInLimit.guard(c, caller, usernameKey(username)), Effect.as({})),
  "GET /v1/sessions/current": ({ session }) => viewSession(session, session.lastSeenAt),
  "POST /v1/sessions/current/keep": ({ session }) => Effect.flatMap(DateTime.now, (now) => viewSession(session, now)),
  "POST /v1/sessions/current/password": ({ body, c, caller, session }) =>
    Effect.gen(function* () {
      const { logonId } = session
      const renewed = yield* typePasswordAgain(session, body.password).pipe(logInLimit.guardSession(caller, logonId))
      yield* writeCookies(c, { logonId, session: renewed, trustedDevice: null, isWhole: true })
    }),
  "DELETE /v1/sessions/current": ({ c, session }) => Effect.map(logOut(session), () => sessionCookie.clear(c)),
  "DELETE /v1/sessions": ({ c, query, session }) =>
    Effect.gen(function* () {
      const thisOneToo = query.including === "current"
      yield* logOutEverywhere(session, thisOneToo ? "this-one-too" : "others")
      if (thisOneToo) sessionCookie.clear(c)
    }),
  "GET /v1/me": ({ session }) => Effect.flatMap(Homes, ({ of }) => of(session.logonId)),
  "GET /v1/me/terms": ({ session }) => readTerms(session),
  "PUT /v1/me/terms": ({ body, c, session }) =>
    Effect.gen(function* () {
      const { sentences } = yield* readTerms(session)
      const locale = localeOf(c)
      const text = sentences.map((id) => sayIn(locale)(messageIdOf(id))).join("\n")
      const textHash = createHash("sha256").update(text).digest("hex")
      yield* acceptTerms(session, { version: body.termsVersion, locale, textHash })
      return { status: "logged_in" }
    }),
  "GET /v1/me/trusted-devices": ({ c, session }) =>
    Effect.map(listTrustedDevices(session.logonId, deviceCookie.read(c)), (devices) => ({
      devices: devices.map(trustedDeviceToView)
    })),
  "DELETE /v1/me/trusted-devices/{id}": ({ params, session: { id: sessionId, logonId } }) =>
    revokeTrustedDevice({ logonId, sessionId }, params.id)
}
