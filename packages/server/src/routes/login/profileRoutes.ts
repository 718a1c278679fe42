import { Homes } from "@mtc-logon/core/login"
import {
  Activities,
  changePassword,
  changePin,
  changeProfile,
  changeSecretQuestion,
  confirmEmail,
  lockRegistration,
  openAmounts,
  RegistrationLocks,
  showProfile
} from "@mtc-logon/core/profile"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { spokenLocales } from "../../say.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { readNothing } from "../readNothing.ts"
import { currentSession } from "./currentSession.ts"

export const readProfile = readJson(
  Schema.Struct({
    name: Schema.optionalKey(Schema.String),
    phoneCountry: Schema.optionalKey(Schema.String.annotate({ description: "ISO 3166-1 alpha-2." })),
    phoneType: Schema.optionalKey(Schema.String.annotate({ description: "cell, home or work." })),
    phoneNumber: Schema.optionalKey(Schema.String),
    locale: Schema.optionalKey(Schema.Literals(spokenLocales)),
    email: Schema.optionalKey(
      Schema.String.annotate({
        description:
          "The new address. The server mails a link to it, and the address changes when the person uses the link."
      })
    ),
    confirmEmail: Schema.optionalKey(Schema.String.annotate({ description: "The new address again." }))
  })
)
export const readPassword = readJson(
  Schema.Struct({
    newPassword: Schema.String,
    confirmPassword: Schema.String.annotate({ description: "The new password again." })
  })
)
export const readPin = readJson(
  Schema.Struct({ pin: Schema.String.annotate({ description: "Four digits, unless the rule set requires more." }) })
)
export const readQuestion = readJson(
  Schema.Struct({
    secretQuestion: Schema.String.annotate({ description: "ID of a question of the rule set." }),
    secretAnswer: Schema.String
  })
)
export const readCode = readJson(
  Schema.Struct({ code: Schema.String.annotate({ description: "The code from the link in the mail." }) })
)
export const readLock = readJson(
  Schema.Struct({ locked: Schema.Boolean.annotate({ description: "Whether online registration is closed." }) })
)

/**
 * Manage My Profile, after both steps: `GET|PATCH /v1/me/profile` 200, `POST /v1/me/password` 204, `PUT /v1/me/pin` 204,
 * `PUT /v1/me/secret-question` 204, `POST /v1/me/email-change/confirm` 200, `GET|PUT /v1/me/registration-lock` 200,
 * `POST /v1/me/amounts/open` 204, `GET /v1/me/activity` 200, `GET /v1/me/messages` 200.
 *
 * **Gotchas**
 *
 * What opens a logon or reaches its owner (name, phone, address, password, PIN, question, lock, amounts) takes a password that was typed lately: else 403
 * `password_required`. The username is never changed.
 */
export const profileRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) =>
  new Hono<HttpEnv>()
    .get("/me/profile", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json(yield* showProfile(logonId))
        })
      )
    )
    .patch("/me/profile", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const typed = yield* readProfile(c)
          yield* limitedByAddress(limits.codes, callerOf(c))
          return c.json(yield* changeProfile(session, typed))
        })
      )
    )
    .post("/me/email-change/confirm", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { code } = yield* readCode(c)
          return c.json(yield* confirmEmail(session, Redacted.make(code)))
        })
      )
    )
    .post("/me/password", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { confirmPassword, newPassword } = yield* readPassword(c)
          yield* limitedByAddress(limits.logIn, callerOf(c))
          yield* changePassword(session, {
            newPassword: Redacted.make(newPassword),
            confirmPassword: Redacted.make(confirmPassword)
          })
          return c.body(null, 204)
        })
      )
    )
    .put("/me/pin", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { pin } = yield* readPin(c)
          yield* limitedByAddress(limits.logIn, callerOf(c))
          yield* changePin(session, Redacted.make(pin))
          return c.body(null, 204)
        })
      )
    )
    .put("/me/secret-question", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { secretAnswer, secretQuestion } = yield* readQuestion(c)
          yield* limitedByAddress(limits.logIn, callerOf(c))
          yield* changeSecretQuestion(session, { secretQuestion, secretAnswer: Redacted.make(secretAnswer) })
          return c.body(null, 204)
        })
      )
    )
    .get("/me/registration-lock", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json({ locked: yield* (yield* RegistrationLocks).isLocked(logonId) })
        })
      )
    )
    .put("/me/registration-lock", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { locked } = yield* readLock(c)
          return c.json(yield* lockRegistration(session, locked))
        })
      )
    )
    .post("/me/amounts/open", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          yield* readNothing(c)
          yield* openAmounts(session)
          return c.body(null, 204)
        })
      )
    )
    .get("/me/activity", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json({ activity: yield* (yield* Activities).of(logonId) })
        })
      )
    )
    .get("/me/messages", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          const { messages } = yield* (yield* Homes).of(logonId)
          return c.json({ messages })
        })
      )
    )
