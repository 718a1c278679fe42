import type { logonRequestCalls } from "@mtc-logon/core/contract"
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
  submitLogonRequest
} from "@mtc-logon/core/logon-request"
import { Partners } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import { HttpError } from "../../http/HttpError.ts"
import { Live } from "../../live/Live.ts"
import type { makeLiveSocket } from "../../live/liveSocket.ts"
import type { Handlers } from "../Handlers.ts"
import { inWords } from "./inWords.ts"
import { receiptPage } from "./receiptPage.ts"

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
