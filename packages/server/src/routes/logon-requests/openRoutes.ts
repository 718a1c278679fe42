import { findLogonRequest, keepLogonRequest, openLogonRequest } from "@mtc-logon/core/logon-request"
import { Partners } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { readNothing } from "../readNothing.ts"
import { inWords } from "./inWords.ts"
import { requestKey } from "./requestKey.ts"

const OpenLogonRequest = Schema.Struct({
  partnerId: Schema.optionalKey(
    Schema.String.annotate({
      description: "ID of the partner whose site embeds the form. Leave it out if there is none.",
      examples: ["mtcpk_test_bayside"]
    })
  ),
  locale: Schema.optionalKey(
    Schema.String.check(Schema.isPattern(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u)).annotate({
      description: "Language of pages and mails, as a BCP 47 tag.",
      examples: ["en"]
    })
  ),
  reference: Schema.optionalKey(
    Schema.String.check(Schema.isPattern(/^[\w.~-]{1,64}$/u)).annotate({
      description: "The partner's own reference for the request.",
      examples: ["case-1042"]
    })
  )
})

export const readOpen = readJson(OpenLogonRequest)

/** The partner that a request is opened for: known, and not closed. */
const partnerOf = Effect.fnUntraced(function* (id: string) {
  const partner = yield* (yield* Partners).find(id)
  if (partner === null) {
    return yield* new HttpError({ reason: { _tag: "PartnerRefused", why: "partner_unknown" } })
  }
  if (partner.disabled) {
    return yield* new HttpError({ reason: { _tag: "PartnerRefused", why: "partner_disabled" } })
  }
  return partner.id
})

/** `POST /v1/logon-requests`: 201 with the draft and its token. `GET .../{id}`: its state. `POST .../{id}/keep`: its end moves. */
export const openRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) =>
  new Hono<HttpEnv>()
    .post("/", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* limitedByAddress(limits.drafts, callerOf(c))
          const { locale = "en", partnerId, reference } = yield* readOpen(c)
          const { key, view } = yield* openLogonRequest({
            partnerId: partnerId === undefined ? null : yield* partnerOf(partnerId),
            locale,
            reference: reference ?? null
          })
          // Told here and never again: the store keeps a digest of it.
          return c.json({ ...inWords(c, view), token: Redacted.value(key.token) }, 201)
        })
      )
    )
    .get("/:id", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          return c.json(inWords(c, yield* findLogonRequest(yield* requestKey(c))))
        })
      )
    )
    .post("/:id/keep", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* requestKey(c)
          yield* readNothing(c)
          return c.json(yield* keepLogonRequest(key))
        })
      )
    )
