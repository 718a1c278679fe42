import type { RecoveryQuestionView } from "@mtc-logon/core/recovery"
import { callOf } from "./callOf.ts"

/** The calls of whoever is not logged in, and cannot be: same origin, JSON. */
export const recoveryApi = () => {
  const call = callOf("")
  return {
    forgotUsername: (email: string) =>
      call<unknown>({ method: "POST", path: "/v1/recovery/username", body: { email } }),
    forgotPassword: (username: string) =>
      call<unknown>({ method: "POST", path: "/v1/recovery/password", body: { username } }),
    question: (token: string) =>
      call<RecoveryQuestionView>({ method: "POST", path: "/v1/recovery/password/question", body: { token } }),
    reset: (body: { token: string; answer?: string; code?: string; credential?: unknown; newPassword: string }) =>
      call<void>({ method: "POST", path: "/v1/recovery/password/reset", body }),
    notMe: (code: string) => call<unknown>({ method: "POST", path: "/v1/not-me", body: { code } }),
    askLetter: (body: { idType: string; id: string }) =>
      call<unknown>({ method: "POST", path: "/v1/letter-requests", body })
  }
}

export type RecoveryApi = ReturnType<typeof recoveryApi>
