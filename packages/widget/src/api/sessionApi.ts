import type { MeView, SessionView } from "@mtc-logon/core/login"
import type { TwoStepMethodKind, TwoStepMethodView } from "@mtc-logon/core/two-step"
import { callOf } from "./callOf.ts"

/** What a new app needs, once: its secret in clear and as a link and picture. */
export interface AddedMethod extends TwoStepMethodView {
  readonly secret?: string
  readonly otpauthUri?: string
}

/** What is shown as the second step: one of the three; `methodId` says which way a code is of. */
export interface SecondStepBody {
  readonly code?: string
  readonly recoveryCode?: string
  readonly credential?: unknown
  readonly methodId?: string
  readonly trustDevice: boolean
}

/** The calls of the first-party pages: same origin, the session's cookie, JSON. */
export const sessionApi = () => {
  const call = callOf("")
  return {
    logIn: (body: { username: string; password: string; activationCode?: string }) =>
      call<SessionView>({ method: "POST", path: "/v1/sessions", body }),
    resendActivation: (body: { username: string; password: string }) =>
      call<unknown>({ method: "POST", path: "/v1/activations/resend", body }),
    logOut: () => call<void>({ method: "DELETE", path: "/v1/sessions/current" }),
    me: () => call<MeView>({ method: "GET", path: "/v1/me" }),
    addMethod: (body: { kind: TwoStepMethodKind; target?: string }) =>
      call<AddedMethod>({ method: "POST", path: "/v1/me/two-step-methods", body }),
    confirmMethod: (id: string, code: string) =>
      call<SessionView>({ method: "POST", path: `/v1/me/two-step-methods/${id}/confirm`, body: { code } }),
    sendCode: (methodId: string) =>
      call<unknown>({ method: "POST", path: "/v1/sessions/current/security-codes", body: { methodId } }),
    confirmCode: (body: SecondStepBody) =>
      call<SessionView>({ method: "POST", path: "/v1/sessions/current/security-codes/confirm", body })
  }
}

export type SessionApi = ReturnType<typeof sessionApi>
