import * as Schema from "effect/Schema"
import { CurrentSessionView, MeView, SessionView, TermsView } from "../login/SessionView.ts"
import { TrustedDeviceView } from "../two-step/TwoStepMethodView.ts"
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
 * A log-in ends any earlier session: it always gets a new session id, which prevents session fixation.
 */
export const logInCalls = callsOf({
  "POST /v1/sessions": {
    ...all,
    needs: "nobody",
    name: "logIn",
    summary: "Log in with username and password",
    description: "Sets a session cookie. The session may need a second step before other calls work.",
    limits: ["logIn", "activation-code"],
    body: Schema.Struct({
      ...credentials,
      activationCode: Schema.optionalKey(
        secretText({ description: "The code from the mailed link. Send it only at the first log-in." })
      )
    }),
    answers: { 201: { description: "The state of the log-in.", json: SessionView } },
    problems: ["log_in_failed", "log_in_locked", "activation_required"]
  },
  "POST /v1/activations/resend": {
    ...all,
    needs: "nobody",
    name: "resendActivation",
    summary: "Send the activation link again",
    limits: ["logIn", "activation"],
    body: Schema.Struct(credentials),
    answers: { 202: { description: "The link is on its way.", json: nothingSchema } },
    problems: ["log_in_failed", "log_in_locked", "resends_used_up"]
  },
  "GET /v1/sessions/current": {
    ...own,
    needs: "resting-session",
    name: "findSession",
    summary: "Read the state of the log-in",
    answers: {
      200: {
        description: "The session and when it ends. This call does not extend it.",
        json: CurrentSessionView
      }
    }
  },
  "POST /v1/sessions/current/keep": {
    ...own,
    needs: "any-session",
    name: "keepSession",
    summary: "Stay logged in",
    body: nothingSchema,
    answers: { 200: { description: "The session with its new idle deadline.", json: CurrentSessionView } }
  },
  "POST /v1/sessions/current/password": {
    ...own,
    name: "typePasswordAgain",
    summary: "Enter the password again before a security change",
    description: "The session continues with a new id.",
    limits: ["logIn"],
    body: Schema.Struct({ password: secretText() }),
    answers: { 204: { description: "The password is correct." } },
    problems: ["password_refused", "log_in_locked"]
  },
  "DELETE /v1/sessions/current": {
    ...own,
    needs: "any-session",
    name: "logOut",
    summary: "Log out",
    answers: { 204: { description: "The session has ended." } }
  },
  "DELETE /v1/sessions": {
    ...own,
    name: "logOutEverywhere",
    summary: "Log out everywhere else",
    query: { including: "Set this to current to end this session too." },
    answers: { 204: { description: "The sessions have ended." } }
  },
  "GET /v1/me": {
    ...own,
    name: "findMe",
    summary: "Read the home page",
    answers: { 200: { description: "Who is logged in, and what they can access.", json: MeView } }
  },
  "GET /v1/me/terms": {
    ...own,
    needs: "two-step-before-terms",
    name: "readTerms",
    summary: "Read the terms in force",
    answers: { 200: { description: "The version and sentences of the terms.", json: TermsView } }
  },
  "PUT /v1/me/terms": {
    ...own,
    needs: "two-step-before-terms",
    name: "acceptTerms",
    summary: "Accept the terms in force",
    body: Schema.Struct({
      termsVersion: Schema.String.annotate({ description: "The version that GET returns.", examples: ["2020-11-20"] })
    }),
    answers: { 200: { description: "The state of the log-in, which continues.", json: SessionView } },
    problems: ["issues"]
  },
  "GET /v1/me/trusted-devices": {
    ...own,
    name: "listTrustedDevices",
    summary: "List trusted browsers",
    answers: {
      200: {
        description: "The list, newest first.",
        json: Schema.Struct({ devices: Schema.Array(TrustedDeviceView) })
      }
    }
  },
  "DELETE /v1/me/trusted-devices/{id}": {
    ...own,
    name: "revokeTrustedDevice",
    summary: "Stop trusting a browser",
    answers: { 204: { description: "The browser needs a security code again." } },
    problems: ["not_found"]
  }
})
