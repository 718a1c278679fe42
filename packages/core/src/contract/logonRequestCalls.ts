import * as Schema from "effect/Schema"
import {
  draftEndViewSchema,
  logonRequestViewSchema,
  openedLogonRequestViewSchema,
  receiptViewSchema,
  signedReceiptViewSchema
} from "../logon-request/logonRequestViewSchema.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secretText } from "./secretText.ts"

const all = { tag: "Logon requests", from: "our-pages-and-programs" } as const
const own = { ...all, needs: "request-token" } as const

/** The calls of a logon request from its opening to its end, except the answers. */
export const logonRequestCalls = callsOf({
  "POST /v1/logon-requests": {
    ...all,
    needs: "nobody",
    name: "openLogonRequest",
    summary: "Open a request",
    description: "Opens a draft and pins it to the hash of the rule set in force.",
    limitsFirst: ["drafts"],
    body: Schema.Struct({
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
    }),
    answers: { 201: { description: "The draft and its token.", json: openedLogonRequestViewSchema } },
    problems: ["partner_unknown", "partner_disabled"]
  },
  "GET /v1/logon-requests/{id}": {
    ...own,
    name: "findLogonRequest",
    summary: "Read a request",
    answers: { 200: { description: "The state of the request, with masked answers.", json: logonRequestViewSchema } }
  },
  "POST /v1/logon-requests/{id}/keep": {
    ...own,
    name: "keepLogonRequest",
    summary: "Keep a draft open",
    description: "Call this while the person is still typing. It moves the idle deadline but not the final one.",
    body: nothingSchema,
    answers: { 200: { description: "The new end of the draft.", json: draftEndViewSchema } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/submit": {
    ...own,
    name: "submitLogonRequest",
    summary: "Submit a request",
    description: "If you repeat the call, the server returns the same receipt without the PIN.",
    body: nothingSchema,
    answers: { 201: { description: "The receipt.", json: receiptViewSchema } },
    problems: ["step_not_open", "issues", "verification_failed"]
  },
  "GET /v1/logon-requests/{id}/confirmation": {
    ...own,
    name: "findReceipt",
    summary: "Get the receipt, as a page to print or as signed JSON",
    description:
      "Returns a page, or signed JSON if you send Accept: application/json. The receipt does not include the PIN.",
    answers: { 200: { description: "The receipt.", html: true, json: signedReceiptViewSchema } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/email": {
    ...own,
    name: "correctEmail",
    summary: "Correct the e-mail address before the first log-in",
    description: "Cancels the previous link and mails a new one.",
    limits: ["emailsPerRequest"],
    body: Schema.Struct({
      password: secretText({ description: "The password that the person chose.", examples: ["..."] }),
      email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }),
      confirmEmail: Schema.String.annotate({
        description: "The e-mail address again.",
        examples: ["good.elmo@example.com"]
      })
    }),
    answers: { 204: { description: "The address is corrected." } },
    problems: ["step_not_open", "issues", "password_refused"]
  },
  "POST /v1/logon-requests/{id}/not-me": {
    ...own,
    name: "reportNotMe",
    summary: "Report that the existing logon is not yours",
    description:
      "The server mails a letter to the address on file at once. When the request is approved, a contest begins, unless the access of an existing logon rests on a letter. Nothing is frozen.",
    body: nothingSchema,
    answers: { 204: { description: "The report is stored." } },
    problems: ["step_not_open"]
  },
  "DELETE /v1/logon-requests/{id}": {
    ...own,
    name: "cancelLogonRequest",
    summary: "Cancel a draft",
    answers: { 204: { description: "The draft and all its answers are deleted." } },
    problems: ["step_not_open"]
  },
  "POST /v1/logon-requests/{id}/resume-code": {
    ...own,
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
  // The code travels in a body, never in an address. @rule D-28
  "POST /v1/logon-requests/resume": {
    ...all,
    needs: "nobody",
    name: "resumeLogonRequest",
    summary: "Continue in another tab",
    limitsFirst: ["drafts"],
    body: Schema.Struct({
      code: secretText({
        description: "The code from the other tab. It works once, for one minute.",
        examples: ["..."]
      })
    }),
    answers: {
      200: {
        description: "The state of the request and a new token. The previous token no longer works.",
        json: openedLogonRequestViewSchema
      }
    },
    problems: ["not_found"]
  },
  "POST /v1/logon-requests/{id}/events-ticket": {
    ...own,
    name: "issueEventsTicket",
    summary: "Create a ticket for the events of a request",
    answers: {
      201: {
        description: "A ticket that opens the WebSocket once, within 30 seconds.",
        json: Schema.Struct({ ticket: Schema.String })
      }
    }
  },
  "GET /v1/logon-requests/{id}/events": {
    ...all,
    needs: "nobody",
    name: "watchLogonRequest",
    summary: "Watch the status of a request",
    description:
      "A WebSocket for the Department's own pages that sends messages { status }: submitted, approved, referred, denied, activated, expired, two-step-ready. A client without WebSockets can poll the request. The socket closes with 4404 within five seconds after the token ends: the request was canceled, expired or continued in another tab, or its logon was logged out or closed. The 429 response for too many sockets has no body.",
    query: { ticket: "The ticket." },
    answers: {
      101: { description: "The WebSocket is open." },
      403: { description: "The page is not the Department's, or the ticket is not valid." },
      426: { description: "The call did not request a WebSocket." }
    }
  }
})
