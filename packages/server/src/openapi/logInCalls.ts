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
    description: "Sets a session cookie. The session may need a second step before other calls work.",
    key: "none",
    body: readLogIn.schema,
    answers: { 201: { description: "The state of the log-in.", json: sessionViewSchema } },
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
    answers: { 202: { description: "The link is on its way.", json: nothingSchema } },
    problems: ["log_in_failed", "log_in_locked", "resends_used_up"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/sessions/current",
    name: "findSession",
    summary: "Read the state of the log-in",
    answers: {
      200: {
        description: "The session and when it ends. This call does not extend it.",
        json: currentSessionViewSchema
      }
    }
  },
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/keep",
    name: "keepSession",
    summary: "Stay logged in",
    body: readNothing.schema,
    answers: { 200: { description: "The session with its new idle deadline.", json: currentSessionViewSchema } }
  },
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/password",
    name: "typePasswordAgain",
    summary: "Enter the password again before a security change",
    description: "The session continues with a new id.",
    body: readPassword.schema,
    answers: { 204: { description: "The password is correct." } },
    problems: ["terms_required", "password_refused", "log_in_locked"]
  },
  {
    ...own,
    method: "delete",
    path: "/v1/sessions/current",
    name: "logOut",
    summary: "Log out",
    answers: { 204: { description: "The session has ended." } }
  },
  {
    ...own,
    method: "delete",
    path: "/v1/sessions",
    name: "logOutEverywhere",
    summary: "Log out everywhere else",
    query: { including: "Set it to current to end this session too." },
    answers: { 204: { description: "The sessions have ended." } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me",
    name: "findMe",
    summary: "Read the home page",
    answers: { 200: { description: "Who is logged in, and what they can access.", json: meViewSchema } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/terms",
    name: "readTerms",
    summary: "Read the terms in force",
    answers: { 200: { description: "The version and sentences of the terms.", json: termsViewSchema } }
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/terms",
    name: "acceptTerms",
    summary: "Accept the terms in force",
    body: readTermsVersion.schema,
    answers: { 200: { description: "The state of the log-in, which continues.", json: sessionViewSchema } },
    problems: ["issues"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/trusted-devices",
    name: "listTrustedDevices",
    summary: "List trusted browsers",
    answers: {
      200: {
        description: "The list, newest first.",
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
    summary: "Stop trusting a browser",
    answers: { 204: { description: "The browser needs a code again." } },
    problems: ["terms_required", "not_found"]
  }
]
