import { createHash } from "node:crypto"
import { acceptTerms, Homes, readTerms } from "@mtc-logon/core/login"
import { listTrustedDevices, revokeTrustedDevice, trustedDeviceToView } from "@mtc-logon/core/two-step"
import { Effect } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { localeOf } from "../../http/localeOf.ts"
import { readJson } from "../../http/readJson.ts"
import { deviceCookie } from "../../http/sessionCookie.ts"
import { sayIn } from "../../say.ts"
import type { Ports } from "../Ports.ts"
import { currentSession } from "./currentSession.ts"

export const readTermsVersion = readJson(
  Schema.Struct({
    termsVersion: Schema.String.annotate({ description: "The version that GET returns.", examples: ["2020-11-20"] })
  })
)

/**
 * The home page and what stands before it: `GET /v1/me` 200; `GET|PUT /v1/me/terms` 200; `GET /v1/me/trusted-devices` 200,
 * `DELETE .../{id}` 204.
 */
export const meRoutes = (answer: Answer<Ports>) =>
  new Hono<HttpEnv>()
    .get("/me", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json(yield* (yield* Homes).of(logonId))
        })
      )
    )
    .get("/me/terms", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          return c.json(yield* readTerms(yield* currentSession(c, "two-step", { beforeTerms: true })))
        })
      )
    )
    .put("/me/terms", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step", { beforeTerms: true })
          const { termsVersion } = yield* readTermsVersion(c)
          const { sentences } = yield* readTerms(session)
          const locale = localeOf(c)
          const text = sentences.map((id) => sayIn(locale)(id as never)).join("\n")
          const textHash = createHash("sha256").update(text).digest("hex")
          yield* acceptTerms(session, { version: termsVersion, locale, textHash })
          return c.json({ status: "logged_in" })
        })
      )
    )
    .get("/me/trusted-devices", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          const devices = yield* listTrustedDevices(logonId, deviceCookie.read(c))
          return c.json({ devices: devices.map(trustedDeviceToView) })
        })
      )
    )
    .delete("/me/trusted-devices/:id", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { id: sessionId, logonId } = yield* currentSession(c, "two-step")
          yield* revokeTrustedDevice({ logonId, sessionId }, c.req.param("id"))
          return c.body(null, 204)
        })
      )
    )
