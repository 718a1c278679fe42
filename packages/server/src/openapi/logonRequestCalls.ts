import { draftEndViewSchema, receiptViewSchema, signedReceiptViewSchema } from "@mtc-logon/core/logon-request"
import * as Schema from "effect/Schema"
import { readEmail } from "../routes/logon-requests/endRoutes.ts"
import { readOpen } from "../routes/logon-requests/openRoutes.ts"
import { readCode } from "../routes/logon-requests/resumeRoutes.ts"
import { readNothing } from "../routes/readNothing.ts"
import type { Call } from "./Call.ts"
import { logonRequestViews } from "./logonRequestViews.ts"

const all = { tag: "Logon requests", from: "our-pages-and-programs" } as const
const own = { ...all, key: "request-token" } as const
const one = "/v1/logon-requests/{id}"

/** A request from its opening to its end, but for the answers. */
export const logonRequestCalls: ReadonlyArray<Call> = [
  {
    ...all,
    method: "post",
    path: "/v1/logon-requests",
    name: "openLogonRequest",
    summary: "Open a request",
    description: "The draft is pinned to the rule set in force, by its hash.",
    key: "none",
    body: readOpen.schema,
    answers: { 201: { description: "The draft, and its token.", json: logonRequestViews.opened } },
    problems: ["partner_unknown", "partner_disabled"]
  },
  {
    ...own,
    method: "get",
    path: one,
    name: "findLogonRequest",
    summary: "Read a request",
    answers: { 200: { description: "Its state, answers masked.", json: logonRequestViews.view } }
  },
  {
    ...own,
    method: "post",
    path: `${one}/keep`,
    name: "keepLogonRequest",
    summary: "Keep a draft open",
    description: "For somebody who is still typing: the idle end moves, the total end stays.",
    body: readNothing.schema,
    answers: { 200: { description: "When the draft ends now.", json: draftEndViewSchema } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/submit`,
    name: "submitLogonRequest",
    summary: "Submit a request",
    description: "A repeat is answered with the same receipt, without the PIN.",
    body: readNothing.schema,
    answers: { 201: { description: "The receipt.", json: receiptViewSchema } },
    problems: ["step_not_open", "issues", "verification_failed"]
  },
  {
    ...own,
    method: "get",
    path: `${one}/confirmation`,
    name: "findReceipt",
    summary: "The receipt, to print or signed",
    description: "A page, or JSON where it is asked for by Accept: application/json. Without the PIN.",
    answers: {
      200: {
        description: "The receipt.",
        html: true,
        json: signedReceiptViewSchema
      }
    },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/email`,
    name: "correctEmail",
    summary: "Correct the address before the first log-in",
    description: "The link of before dies, and another is mailed.",
    body: readEmail.schema,
    answers: { 204: { description: "It is corrected." } },
    problems: ["step_not_open", "issues", "password_refused"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/not-me`,
    name: "reportNotMe",
    summary: "Say that the logon that exists is somebody else's",
    description:
      "The address on file gets a letter at once. When the request is approved, a contest begins, unless someone stands on a letter. Nothing is frozen.",
    body: readNothing.schema,
    answers: { 204: { description: "It is reported." } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "delete",
    path: one,
    name: "cancelLogonRequest",
    summary: "Cancel a draft",
    answers: { 204: { description: "Everything that was typed is gone." } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/resume-code`,
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
  {
    ...all,
    method: "post",
    path: "/v1/logon-requests/resume",
    name: "resumeLogonRequest",
    summary: "Go on in another tab",
    key: "none",
    body: readCode.schema,
    answers: {
      200: { description: "The state, and another token: the one before dies.", json: logonRequestViews.opened }
    },
    problems: ["not_found"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/events-ticket`,
    name: "issueEventsTicket",
    summary: "A ticket for the events of a request",
    answers: {
      201: {
        description: "Opens the socket once, within 30 seconds.",
        json: Schema.Struct({ ticket: Schema.String })
      }
    }
  },
  {
    ...all,
    method: "get",
    path: `${one}/events`,
    name: "watchLogonRequest",
    summary: "What becomes of a request, as it happens",
    description:
      "A WebSocket of messages { status }, for a page of the house: submitted, approved, referred, denied, activated, expired, two-step-ready. Who cannot use one may poll the request. It closes with 4404 within five seconds once the token is dead: the request was cancelled, its time is over, it went on in another tab, or its logon was logged out or closed. The 429 of too many sockets has no body.",
    key: "none",
    query: { ticket: "As it was issued." },
    answers: {
      101: { description: "The socket is open." },
      403: { description: "Another page, or no such ticket." },
      426: { description: "No WebSocket was asked for." }
    }
  }
]
