import type { CurrentSessionView, SessionView, TermsView } from "@mtc-logon/core/login"
import type { AddedTwoStepMethodView, TrustedDeviceView, TwoStepMethodsView } from "@mtc-logon/core/two-step"
import type { Reply } from "./Problem.ts"
import { callOf } from "./callOf.ts"

/** The calls of the pages that change how a logon is opened: same origin, the session's cookie, JSON. */
export const securityApi = () => {
  const call = callOf("")
  const ways = "/v1/me/two-step-methods"
  const current = () => call<CurrentSessionView>({ method: "GET", path: "/v1/sessions/current" })
  return {
    ways: () => call<TwoStepMethodsView>({ method: "GET", path: ways }),
    addWay: (body: { kind: "totp" | "sms" | "passkey"; target?: string }) =>
      call<AddedTwoStepMethodView>({ method: "POST", path: ways, body }),
    confirmWay: (id: string, body: { code: string } | { credential: unknown }) =>
      call<SessionView>({ method: "POST", path: `${ways}/${id}/confirm`, body }),
    removeWay: (id: string) => call<void>({ method: "DELETE", path: `${ways}/${id}` }),
    makeRecoveryCodes: () =>
      call<{ readonly codes: ReadonlyArray<string> }>({ method: "POST", path: "/v1/me/recovery-codes" }),
    devices: () =>
      call<{ readonly devices: ReadonlyArray<TrustedDeviceView> }>({ method: "GET", path: "/v1/me/trusted-devices" }),
    removeDevice: (id: string) => call<void>({ method: "DELETE", path: `/v1/me/trusted-devices/${id}` }),
    logOutEverywhere: () => call<void>({ method: "DELETE", path: "/v1/sessions" }),
    typePassword: (password: string) =>
      call<void>({ method: "POST", path: "/v1/sessions/current/password", body: { password } }),
    /** Moves nothing. */
    current,
    /** Whether what changes the logon may be done now, or the password is to be typed again first. */
    readyToChange: async (): Promise<Reply<CurrentSessionView>> => {
      const reply = await current()
      return reply.ok && reply.value.passwordGoodUntil <= reply.value.now
        ? { ok: false, problem: { status: 403, code: "password_required" } }
        : reply
    },
    keep: () => call<CurrentSessionView>({ method: "POST", path: "/v1/sessions/current/keep" }),
    /** What a passkey is to sign. */
    beginPasskey: (methodId: string) =>
      call<{ readonly options: Readonly<Record<string, unknown>> }>({
        method: "POST",
        path: "/v1/sessions/current/security-codes",
        body: { methodId }
      }),
    terms: () => call<TermsView>({ method: "GET", path: "/v1/me/terms" }),
    acceptTerms: (termsVersion: string) =>
      call<SessionView>({ method: "PUT", path: "/v1/me/terms", body: { termsVersion } })
  }
}

export type SecurityApi = ReturnType<typeof securityApi>
