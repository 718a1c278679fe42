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
    description: "Opens a draft and pins it to the hash of the rule set in force.",
    key: "none",
    body: readOpen.schema,
    answers: { 201: { description: "The draft and its token.", json: logonRequestViews.opened } },
    problems: ["partner_unknown", "partner_disabled"]
  },
  {
    ...own,
    method: "get",
    path: one,
    name: "findLogonRequest",
    summary: "Read a request",
    answers: { 200: { description: "The state of the request, with masked answers.", json: logonRequestViews.view } }
  },
  {
    ...own,
    method: "post",
    path: `${one}/keep`,
    name: "keepLogonRequest",
    summary: "Keep a draft open",
    description: "Use this while the person is still typing. It moves the idle deadline but not the final one.",
    body: readNothing.schema,
    answers: { 200: { description: "The new end of the draft.", json: draftEndViewSchema } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/submit`,
    name: "submitLogonRequest",
    summary: "Submit a request",
    description: "If you repeat the call, it returns the same receipt without the PIN.",
    body: readNothing.schema,
    answers: { 201: { description: "The receipt.", json: receiptViewSchema } },
    problems: ["step_not_open", "issues", "verification_failed"]
  },
  {
    ...own,
    method: "get",
    path: `${one}/confirmation`,
    name: "findReceipt",
    summary: "Get the receipt, as a page to print or signed",
    description: "Returns a page, or JSON if you send Accept: application/json. The receipt does not include the PIN.",
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
    summary: "Correct the e-mail address before the first log-in",
    description: "Cancels the previous link and mails a new one.",
    body: readEmail.schema,
    answers: { 204: { description: "The address is corrected." } },
    problems: ["step_not_open", "issues", "password_refused"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/not-me`,
    name: "reportNotMe",
    summary: "Report that the existing logon is not yours",
    description:
      "The server mails a letter to the address on file at once. When the request is approved, a contest begins, unless the access of an existing logon rests on a letter. Nothing is frozen.",
    body: readNothing.schema,
    answers: { 204: { description: "The report is stored." } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "delete",
    path: one,
    name: "cancelLogonRequest",
    summary: "Cancel a draft",
    answers: { 204: { description: "The draft and all its answers are deleted." } },
    problems: ["step_not_open"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/resume-code`,
    name: "makeResumeCode",
    summary: "Create a code to continue in another tab",
    answers: {
      201: {
        description: "A code that works once, for one minute.",
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
    summary: "Continue in another tab",
    key: "none",
    body: readCode.schema,
    answers: {
      200: {
        description: "The state of the request and a new token. The previous token no longer works.",
        json: logonRequestViews.opened
      }
    },
    problems: ["not_found"]
  },
  {
    ...own,
    method: "post",
    path: `${one}/events-ticket`,
    name: "issueEventsTicket",
    summary: "Create a ticket for the events of a request",
    answers: {
      201: {
        description: "A ticket that opens the WebSocket once, within 30 seconds.",
        json: Schema.Struct({ ticket: Schema.String })
      }
    }
  },
  {
    ...all,
    method: "get",
    path: `${one}/events`,
    name: "watchLogonRequest",
    summary: "Watch the status of a request",
    description:
      "A WebSocket for the Department's own pages that sends messages { status }: submitted, approved, referred, denied, activated, expired, two-step-ready. A client without WebSockets can poll the request. The socket closes with 4404 within five seconds after the token ends: the request was cancelled, expired or continued in another tab, or its logon was logged out or closed. The 429 response for too many sockets has no body.",
    key: "none",
    query: { ticket: "The ticket." },
    answers: {
      101: { description: "The WebSocket is open." },
      403: { description: "The page is not the Department's, or the ticket is not valid." },
      426: { description: "The call did not request a WebSocket." }
    }
  }
]
