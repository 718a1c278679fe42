import {
  addTwoStepMethod,
  confirmSecondStep,
  listTwoStepMethods,
  makeRecoveryCodes,
  removeTwoStepMethod,
  sendSecurityCode
} from "@mtc-logon/core/two-step"
import type { AddedTwoStepMethod, AddedTwoStepMethodView, Challenge, SecondStepProof } from "@mtc-logon/core/two-step"
import { formatRecoveryCode } from "@mtc-logon/core/two-step/rules"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { readNothing } from "../readNothing.ts"
import { writeCookies } from "./writeCookies.ts"
import { challengeOf } from "./currentSession.ts"
import { proofFields, proofOf } from "./proofOf.ts"

export const readMethod = readJson(
  Schema.Struct({
    kind: Schema.Literals(["totp", "sms", "email", "passkey"]),
    target: Schema.optionalKey(
      Schema.String.annotate({
        description: "Where to send codes: a phone number for sms, an e-mail address for email.",
        examples: ["codes@example.com"]
      })
    )
  })
)
export const readMethodId = readJson(Schema.Struct({ methodId: Schema.String }))
export const readSetUp = readJson(Schema.Struct({ code: proofFields.code, credential: proofFields.credential }))
export const readLogIn = readJson(
  Schema.Struct({
    ...proofFields,
    methodId: Schema.optionalKey(
      Schema.String.annotate({ description: "The method that was used. If left out, any method." })
    ),
    trustDevice: Schema.Boolean.annotate({
      description: "Whether to trust this browser for some days, without a code."
    })
  })
)

/** What is told of a way that was added; of an app once, and never again. */
const addedToView = ({ app, method, passkeyOptions }: AddedTwoStepMethod): AddedTwoStepMethodView => {
  const { confirmed, id, kind, target } = method
  return {
    id,
    kind,
    confirmed,
    ...(target !== null && { target }),
    ...(app !== undefined && {
      secret: Redacted.value(app.secret),
      otpauthUri: Redacted.value(app.otpauthUri),
      qr: Redacted.value(app.qr)
    }),
    ...(passkeyOptions !== undefined && { options: passkeyOptions })
  }
}

/**
 * The second step: `GET /v1/me/two-step-methods` 200, `POST` 201, `POST .../{id}/confirm` 200, `DELETE .../{id}` 204;
 * `POST /v1/sessions/current/security-codes` 202, or 200 with what a passkey is to sign, `POST .../confirm` 200;
 * `POST /v1/me/recovery-codes` 201.
 */
export const twoStepRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const confirm = Effect.fnUntraced(function* (
    c: Context,
    challenge: Challenge,
    proof: SecondStepProof,
    way: Parameters<typeof confirmSecondStep>[2]
  ) {
    const { session, termsPending, trustedDevice } = yield* confirmSecondStep(challenge, proof, way)
    const { logonId } = challenge
    const device = trustedDevice === null ? null : { now: trustedDevice }
    yield* writeCookies(c, { logonId, session, trustedDevice: device, isWhole: true })
    return c.json({ status: termsPending ? "terms_required" : "logged_in" })
  })

  return new Hono<HttpEnv>()
    .get("/me/two-step-methods", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* challengeOf(c, "two-step")
          return c.json(yield* listTwoStepMethods(logonId))
        })
      )
    )
    .post("/me/two-step-methods", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { kind, target = "" } = yield* readMethod(c)
          yield* limitedByAddress(limits.codes, callerOf(c))
          return c.json(addedToView(yield* addTwoStepMethod(challenge, kind, target)), 201)
        })
      )
    )
    .post("/me/two-step-methods/:id/confirm", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const proof = yield* proofOf(yield* readSetUp(c))
          return yield* confirm(c, challenge, proof, { methodId: c.req.param("id"), trustDevice: false, setsUp: true })
        })
      )
    )
    .delete("/me/two-step-methods/:id", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* removeTwoStepMethod(yield* challengeOf(c), c.req.param("id"))
          return c.body(null, 204)
        })
      )
    )
    .post("/me/recovery-codes", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          yield* readNothing(c)
          const codes = yield* makeRecoveryCodes(challenge)
          return c.json({ codes: codes.map((code) => formatRecoveryCode(Redacted.value(code))) }, 201)
        })
      )
    )
    .post("/sessions/current/security-codes", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { methodId } = yield* readMethodId(c)
          yield* limitedByAddress(limits.codes, callerOf(c))
          const options = yield* sendSecurityCode(challenge, methodId)
          return options === undefined ? c.json({}, 202) : c.json({ options }, 200)
        })
      )
    )
    .post("/sessions/current/security-codes/confirm", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { methodId = null, trustDevice, ...body } = yield* readLogIn(c)
          return yield* confirm(c, challenge, yield* proofOf(body), { methodId, trustDevice })
        })
      )
    )
}
