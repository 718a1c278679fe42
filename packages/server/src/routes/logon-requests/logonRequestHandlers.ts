import type { logonRequestCalls, answerCalls } from "@mtc-logon/core/contract"
import {
  cancelLogonRequest,
  correctEmail,
  findLogonRequest,
  findReceipt,
  keepLogonRequest,
  makeResumeCode,
  openLogonRequest,
  reportNotMe,
  resumeLogonRequest,
  submitLogonRequest,
  answerStep
} from "@mtc-logon/core/logon-request"
import { Partners } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import { HttpError } from "../../http/HttpError.ts"
import { Live } from "../../live/Live.ts"
import type { makeLiveSocket } from "../../live/liveSocket.ts"
import type { Handlers, Given } from "../Handlers.ts"
import { receiptPage } from "./receiptPage.ts"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswerTexts, LogonRequestKey, LogonRequestState } from "@mtc-logon/core/logon-request"
import type { Context } from "hono"
import { localeOf } from "../../http/localeOf.ts"
import { messageIdOf, sayIn } from "../../say.ts"

/** A state as it is answered: the titles of its journey in words, in the caller's language; their ids are the steps. */
const inWords = <V extends LogonRequestState>(c: Context, view: V): V => {
  const say = sayIn(localeOf(c))
  return { ...view, journey: view.journey.map((place) => ({ ...place, title: say(messageIdOf(place.title)) })) }
}

const answers =
  <S extends AnsweredStepId>(step: S) =>
  ({ body, c, caller, key }: Given & { readonly key: LogonRequestKey; readonly body: AnswerTexts[S] }) =>
    Effect.map(answerStep(key, step, body, caller.address), (view) => inWords(c, view))

/** The answers to a request. */
export const answerHandlers: Handlers<typeof answerCalls> = {
  "PUT /v1/logon-requests/{id}/answers/taxpayer-type": answers("taxpayer-type"),
  "PUT /v1/logon-requests/{id}/answers/taxpayer-id": answers("taxpayer-id"),
  "PUT /v1/logon-requests/{id}/answers/verification-type": answers("verification-type"),
  "PUT /v1/logon-requests/{id}/answers/tax-amount": answers("tax-amount"),
  "PUT /v1/logon-requests/{id}/answers/letter-id": answers("letter-id"),
  "PUT /v1/logon-requests/{id}/answers/line-item": answers("line-item"),
  "PUT /v1/logon-requests/{id}/answers/profile": answers("profile"),
  "PUT /v1/logon-requests/{id}/answers/logon": answers("logon"),
  "PUT /v1/logon-requests/{id}/answers/profile-access": answers("profile-access"),
  "PUT /v1/logon-requests/{id}/answers/terms": answers("terms")
}

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

/** A request from its opening to its end, but for the answers. `sign`: the receipt as a JWS of the same values. */
export const logonRequestHandlers = (
  sign: (text: string) => string,
  liveSocket: ReturnType<typeof makeLiveSocket>
): Handlers<typeof logonRequestCalls> => {
  const watch = liveSocket((c) => `logon-request:${c.req.param("id") ?? ""}`)
  return {
    "POST /v1/logon-requests": ({ body: { locale = "en", partnerId, reference = null }, c }) =>
      Effect.gen(function* () {
        const { key, view } = yield* openLogonRequest({
          partnerId: partnerId === undefined ? null : yield* partnerOf(partnerId),
          locale,
          reference
        })
        // Told here and never again: the store keeps a digest of it.
        return { ...inWords(c, view), token: Redacted.value(key.token) }
      }),
    "GET /v1/logon-requests/{id}": ({ c, key }) => Effect.map(findLogonRequest(key), (view) => inWords(c, view)),
    "POST /v1/logon-requests/{id}/keep": ({ key }) => keepLogonRequest(key),
    "POST /v1/logon-requests/{id}/submit": ({ key }) => submitLogonRequest(key),
    "GET /v1/logon-requests/{id}/confirmation": ({ c, key }) =>
      Effect.map(findReceipt(key), (receipt) =>
        (c.req.header("accept") ?? "").includes("application/json")
          ? { ...receipt, jws: sign(JSON.stringify(receipt)) }
          : receiptPage(c, receipt)
      ),
    "POST /v1/logon-requests/{id}/email": ({ body, key }) => correctEmail(key, body),
    "POST /v1/logon-requests/{id}/not-me": ({ key }) => reportNotMe(key),
    "DELETE /v1/logon-requests/{id}": ({ key }) => cancelLogonRequest(key),
    "POST /v1/logon-requests/{id}/resume-code": ({ key }) =>
      Effect.map(makeResumeCode(key), (code) => ({ code: Redacted.value(code) })),
    "POST /v1/logon-requests/resume": ({ body, c }) =>
      Effect.map(resumeLogonRequest(body.code), ({ key, view }) => ({
        ...inWords(c, view),
        token: Redacted.value(key.token)
      })),
    "POST /v1/logon-requests/{id}/events-ticket": ({ key }) =>
      Effect.gen(function* () {
        const { id } = yield* findLogonRequest(key)
        const ticket = yield* (yield* Live).issueTicket(`logon-request:${id}`)
        return { ticket: Redacted.value(ticket) }
      }),
    "GET /v1/logon-requests/{id}/events": ({ c }) =>
      Effect.map(
        Effect.promise(() => watch(c, () => Promise.resolve())),
        (response) => response ?? c.res
      )
  }
}
