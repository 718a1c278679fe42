import { currentSessionViewSchema, meViewSchema, sessionViewSchema, termsViewSchema } from "@mtc-logon/core/login"
import { trustedDeviceViewSchema } from "@mtc-logon/core/two-step"
import * as Schema from "effect/Schema"
import { readTermsVersion } from "../routes/login/meRoutes.ts"
import { readLogIn, readPassword, readResend } from "../routes/login/sessionRoutes.ts"
import { readNothing } from "../routes/readNothing.ts"
import type { Call } from "./Call.ts"
import { nothingSchema } from "./nothingSchema.ts"

const all = { tag: "Log in", from: "our-pages" } as const
const own = { ...all, key: "session" } as const

/** Sessions, terms, trusted devices and the home page. */
export const logInCalls: ReadonlyArray<Call> = [
  {
    ...all,
    method: "post",
    path: "/v1/sessions",
    name: "logIn",
    summary: "Log in with username and password",
    description: "Sets the cookie of a session; a second step may come before anything else is open.",
    key: "none",
    body: readLogIn.schema,
    answers: { 201: { description: "Where the log-in stands.", json: sessionViewSchema } },
    problems: ["log_in_failed", "log_in_locked", "activation_required"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/activations/resend",
    name: "resendActivation",
    summary: "Send the activation link again",
    key: "none",
    body: readResend.schema,
    answers: { 202: { description: "It is on its way.", json: nothingSchema } },
    problems: ["log_in_failed", "log_in_locked", "resends_used_up"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/sessions/current",
    name: "findSession",
    summary: "Where the log-in stands; moves nothing",
    answers: { 200: { description: "The session, and when it ends.", json: currentSessionViewSchema } }
  },
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/keep",
    name: "keepSession",
    summary: "Stay logged in",
    body: readNothing.schema,
    answers: { 200: { description: "The idle end has moved.", json: currentSessionViewSchema } }
  },
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/password",
    name: "typePasswordAgain",
    summary: "Type the password again, before what opens a logon is changed",
    description: "The session goes on under another id.",
    body: readPassword.schema,
    answers: { 204: { description: "It was right." } },
    problems: ["terms_required", "password_refused", "log_in_locked"]
  },
  {
    ...own,
    method: "delete",
    path: "/v1/sessions/current",
    name: "logOut",
    summary: "Log out",
    answers: { 204: { description: "The session is over." } }
  },
  {
    ...own,
    method: "delete",
    path: "/v1/sessions",
    name: "logOutEverywhere",
    summary: "Log out everywhere else",
    query: { including: "current: this session, too." },
    answers: { 204: { description: "They are over." } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me",
    name: "findMe",
    summary: "The home page",
    answers: { 200: { description: "Who is logged in, and what they may work on.", json: meViewSchema } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/terms",
    name: "readTerms",
    summary: "The terms in force",
    answers: { 200: { description: "Their version and sentences.", json: termsViewSchema } }
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/terms",
    name: "acceptTerms",
    summary: "Accept the terms in force",
    body: readTermsVersion.schema,
    answers: { 200: { description: "The log-in goes on.", json: sessionViewSchema } },
    problems: ["issues"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/trusted-devices",
    name: "listTrustedDevices",
    summary: "The browsers that no code is asked in",
    answers: {
      200: {
        description: "Newest first.",
        json: Schema.Struct({ devices: Schema.Array(trustedDeviceViewSchema) })
      }
    },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "delete",
    path: "/v1/me/trusted-devices/{id}",
    name: "revokeTrustedDevice",
    summary: "Trust a browser no longer",
    answers: { 204: { description: "A code is asked there." } },
    problems: ["terms_required", "not_found"]
  }
]
