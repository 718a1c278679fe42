import type { recoveryCalls } from "@mtc-logon/core/contract"
import { requestLetter } from "@mtc-logon/core/logon-request"
import { usernameKey } from "@mtc-logon/core/logon"
import {
  enterNotMeCode,
  findRecoveryQuestion,
  recoverPassword,
  recoverUsername,
  resetPassword
} from "@mtc-logon/core/recovery"
import { Effect, Redacted } from "effect"
import { houseLimits } from "../../limits/houseLimits.ts"
import { RateLimits } from "../../limits/RateLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import type { Handlers } from "../Handlers.ts"

/** The same work where the limit of what was typed is reached: it is only not asked. */
const unlessMailedOften = Effect.fnUntraced(function* <E, R>(typed: string, ask: Effect.Effect<void, E, R>) {
  const { recovery } = houseLimits(yield* ServerConfig)
  const place = yield* (yield* RateLimits).use(recovery, typed)
  if (place.allowed) yield* ask
  return {}
})

/** The ways back, for nobody who is logged in. */
export const recoveryHandlers: Handlers<typeof recoveryCalls> = {
  "POST /v1/recovery/username": ({ body: { email } }) =>
    unlessMailedOften(`email\0${email.trim().toLowerCase()}`, recoverUsername(email)),
  "POST /v1/recovery/password": ({ body: { username } }) =>
    unlessMailedOften(`username\0${usernameKey(username.trim())}`, recoverPassword(username)),
  "POST /v1/recovery/password/question": ({ body }) => findRecoveryQuestion(body.token),
  "POST /v1/recovery/password/reset": ({ body: { answer, code, credential, newPassword, token } }) =>
    resetPassword(token, {
      shown:
        credential === undefined ? { code: code ?? answer ?? Redacted.make("") } : { credential: { ...credential } },
      newPassword
    }),
  "POST /v1/not-me": ({ body }) => Effect.as(enterNotMeCode(body.code), {}),
  "POST /v1/letter-requests": ({ body }) => Effect.as(requestLetter(body.idType, body.id), {})
}
