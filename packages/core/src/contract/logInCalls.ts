import * as Schema from "effect/Schema"
import {
  currentSessionViewSchema,
  meViewSchema,
  sessionViewSchema,
  termsViewSchema
} from "../login/sessionViewSchema.ts"
import { trustedDeviceViewSchema } from "../two-step/twoStepMethodViewSchema.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secretText } from "./secretText.ts"

const all = { tag: "Log in", from: "our-pages" } as const
const own = { ...all, needs: "two-step" } as const
const credentials = { username: Schema.String.annotate({ examples: ["good.elmo"] }), password: secretText() }

/**
 * Sessions, terms, trusted devices and the home page.
 *
 * **Gotchas**
 *
 * A session that was there before a log-in is ended: a new log-in has a new id (no fixation).
 */
export const logInCalls = callsOf({
  "POST /v1/sessions": {
    ...all,
    needs: "nobody",
    name: "logIn",
    summary: "Log in with username and password",
    description: "Sets the cookie of a session; a second step may come before anything else is open.",
    limits: ["logIn", "activation-code"],
    body: Schema.Struct({
      ...credentials,
      activationCode: Schema.optionalKey(secretText({ description: "Of the mailed link; at the first log-in only." }))
    }),
    answers: { 201: { description: "Where the log-in stands.", json: sessionViewSchema } },
    problems: ["log_in_failed", "log_in_locked", "activation_required"]
  },
  "POST /v1/activations/resend": {
    ...all,
    needs: "nobody",
    name: "resendActivation",
    summary: "Send the activation link again",
    limits: ["logIn", "activation"],
    body: Schema.Struct(credentials),
    answers: { 202: { description: "It is on its way.", json: nothingSchema } },
    problems: ["log_in_failed", "log_in_locked", "resends_used_up"]
  },
  "GET /v1/sessions/current": {
    ...own,
    needs: "resting-session",
    name: "findSession",
    summary: "Where the log-in stands; moves nothing",
    answers: { 200: { description: "The session, and when it ends.", json: currentSessionViewSchema } }
  },
  "POST /v1/sessions/current/keep": {
    ...own,
    needs: "any-session",
    name: "keepSession",
    summary: "Stay logged in",
    body: nothingSchema,
    answers: { 200: { description: "The idle end has moved.", json: currentSessionViewSchema } }
  },
  "POST /v1/sessions/current/password": {
    ...own,
    name: "typePasswordAgain",
    summary: "Type the password again, before what opens a logon is changed",
    description: "The session goes on under another id.",
    limits: ["logIn"],
    body: Schema.Struct({ password: secretText() }),
    answers: { 204: { description: "It was right." } },
    problems: ["password_refused", "log_in_locked"]
  },
  "DELETE /v1/sessions/current": {
    ...own,
    needs: "any-session",
    name: "logOut",
    summary: "Log out",
    answers: { 204: { description: "The session is over." } }
  },
  "DELETE /v1/sessions": {
    ...own,
    name: "logOutEverywhere",
    summary: "Log out everywhere else",
    query: { including: "current: this session, too." },
    answers: { 204: { description: "They are over." } }
  },
  "GET /v1/me": {
    ...own,
    name: "findMe",
    summary: "The home page",
    answers: { 200: { description: "Who is logged in, and what they may work on.", json: meViewSchema } }
  },
  "GET /v1/me/terms": {
    ...own,
    needs: "two-step-before-terms",
    name: "readTerms",
    summary: "The terms in force",
    answers: { 200: { description: "Their version and sentences.", json: termsViewSchema } }
  },
  "PUT /v1/me/terms": {
    ...own,
    needs: "two-step-before-terms",
    name: "acceptTerms",
    summary: "Accept the terms in force",
    body: Schema.Struct({
      termsVersion: Schema.String.annotate({ description: "The version that GET answers.", examples: ["2020-11-20"] })
    }),
    answers: { 200: { description: "The log-in goes on.", json: sessionViewSchema } },
    problems: ["issues"]
  },
  "GET /v1/me/trusted-devices": {
    ...own,
    name: "listTrustedDevices",
    summary: "The browsers that no code is asked in",
    answers: {
      200: {
        description: "Newest first.",
        json: Schema.Struct({ devices: Schema.Array(trustedDeviceViewSchema) })
      }
    }
  },
  "DELETE /v1/me/trusted-devices/{id}": {
    ...own,
    name: "revokeTrustedDevice",
    summary: "Trust a browser no longer",
    answers: { 204: { description: "A code is asked there." } },
    problems: ["not_found"]
  }
})
