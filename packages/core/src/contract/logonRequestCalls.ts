import * as Schema from "effect/Schema"
import {
  draftEndViewSchema,
  receiptViewSchema,
  signedReceiptViewSchema
} from "../logon-request/logonRequestViewSchema.ts"
import { callsOf } from "./callsOf.ts"
import { logonRequestViews } from "./logonRequestViews.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secretText } from "./secretText.ts"

const all = { tag: "Logon requests", from: "our-pages-and-programs" } as const
const own = { ...all, needs: "request-token" } as const

/** A request from its opening to its end, but for the answers. */
export const logonRequestCalls = callsOf({
  "POST /v1/logon-requests": {
    ...all,
    needs: "nobody",
    name: "openLogonRequest",
    summary: "Open a request",
    description: "The draft is pinned to the rule set in force, by its hash.",
    limitsFirst: ["drafts"],
    body: Schema.Struct({
      partnerId: Schema.optionalKey(
        Schema.String.annotate({
          description: "Of the site that embeds the form; absent where no site does.",
          examples: ["mtcpk_test_bayside"]
        })
      ),
      locale: Schema.optionalKey(
        Schema.String.check(Schema.isPattern(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u)).annotate({
          description: "BCP 47: the language of page and mails.",
          examples: ["en"]
        })
      ),
      reference: Schema.optionalKey(
        Schema.String.check(Schema.isPattern(/^[\w.~-]{1,64}$/u)).annotate({
          description: "Whatever the partner knows the request by.",
          examples: ["case-1042"]
        })
      )
    }),
    answers: { 201: { description: "The draft, and its token.", json: logonRequestViews.opened } },
    problems: ["partner_unknown", "partner_disabled"]
  },
  "GET /v1/logon-requests/{id}": {
    ...own,
    name: "findLogonRequest",
    summary: "Read a request",
    answers: { 200: { description: "Its state, answers masked.", json: logonRequestViews.view } }
  },
  "POST /v1/logon-requests/{id}/keep": {
    ...own,
    name: "keepLogonRequest",
    summary: "Keep a draft open",
    description: "For somebody who is still typing: the idle end moves, the total end stays.",
    body: nothingSchema,
    answers: { 200: { description: "When the draft ends now.", json: draftEndViewSchema } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/submit": {
    ...own,
    name: "submitLogonRequest",
    summary: "Submit a request",
    description: "A repeat is answered with the same receipt, without the PIN.",
    body: nothingSchema,
    answers: { 201: { description: "The receipt.", json: receiptViewSchema } },
    problems: ["step_not_open", "issues", "verification_failed"]
  },
  "GET /v1/logon-requests/{id}/confirmation": {
    ...own,
    name: "findReceipt",
    summary: "The receipt, to print or signed",
    description: "A page, or JSON where it is asked for by Accept: application/json. Without the PIN.",
    answers: { 200: { description: "The receipt.", html: true, json: signedReceiptViewSchema } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/email": {
    ...own,
    name: "correctEmail",
    summary: "Correct the address before the first log-in",
    description: "The link of before dies, and another is mailed.",
    limits: ["emailsPerRequest"],
    body: Schema.Struct({
      password: secretText({ description: "The password that was chosen.", examples: ["..."] }),
      email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }),
      confirmEmail: Schema.String.annotate({ description: "The address again.", examples: ["good.elmo@example.com"] })
    }),
    answers: { 204: { description: "It is corrected." } },
    problems: ["step_not_open", "issues", "password_refused"]
  },
  "POST /v1/logon-requests/{id}/not-me": {
    ...own,
    name: "reportNotMe",
    summary: "Say that the logon that exists is somebody else's",
    description:
      "The address on file gets a letter at once. When the request is approved, a contest begins, unless someone stands on a letter. Nothing is frozen.",
    body: nothingSchema,
    answers: { 204: { description: "It is reported." } },
    problems: ["step_not_open"]
  },
  "DELETE /v1/logon-requests/{id}": {
    ...own,
    name: "cancelLogonRequest",
    summary: "Cancel a draft",
    answers: { 204: { description: "Everything that was typed is gone." } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/resume-code": {
    ...own,
    name: "makeResumeCode",
    summary: "Make a code to go on in another tab",
    answers: {
      201: {
        description: "A code that is good once, for a minute.",
        json: Schema.Struct({ code: Schema.String })
      }
    },
    problems: ["step_not_open"]
  },
  // The code travels in a body, never in an address. @rule D-28
  "POST /v1/logon-requests/resume": {
    ...all,
    needs: "nobody",
    name: "resumeLogonRequest",
    summary: "Go on in another tab",
    limitsFirst: ["drafts"],
    body: Schema.Struct({
      code: secretText({
        description: "The code that another tab was given; good once, for a minute.",
        examples: ["..."]
      })
    }),
    answers: {
      200: { description: "The state, and another token: the one before dies.", json: logonRequestViews.opened }
    },
    problems: ["not_found"]
  },
  "POST /v1/logon-requests/{id}/events-ticket": {
    ...own,
    name: "issueEventsTicket",
    summary: "A ticket for the events of a request",
    answers: {
      201: {
        description: "Opens the socket once, within 30 seconds.",
        json: Schema.Struct({ ticket: Schema.String })
      }
    }
  },
  "GET /v1/logon-requests/{id}/events": {
    ...all,
    needs: "nobody",
    name: "watchLogonRequest",
    summary: "What becomes of a request, as it happens",
    description:
      "A WebSocket of messages { status }, for a page of the house: submitted, approved, referred, denied, activated, expired, two-step-ready. Who cannot use one may poll the request. It closes with 4404 within five seconds once the token is dead: the request was cancelled, its time is over, it went on in another tab, or its logon was logged out or closed. The 429 of too many sockets has no body.",
    query: { ticket: "As it was issued." },
    answers: {
      101: { description: "The socket is open." },
      403: { description: "Another page, or no such ticket." },
      426: { description: "No WebSocket was asked for." }
    }
  }
})
