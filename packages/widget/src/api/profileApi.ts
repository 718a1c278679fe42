import type { MessageView } from "@mtc-logon/core/login"
import type {
  ActivityView,
  ChangedProfileView,
  LetterCodeView,
  ProfileTexts,
  ProfileView
} from "@mtc-logon/core/profile"
import { callOf } from "./callOf.ts"

/** The calls of Manage My Profile: same origin, the session's cookie, JSON. */
export const profileApi = () => {
  const call = callOf("")
  return {
    profile: () => call<ProfileView>({ method: "GET", path: "/v1/me/profile" }),
    change: (body: ProfileTexts) => call<ChangedProfileView>({ method: "PATCH", path: "/v1/me/profile", body }),
    confirmEmail: (code: string) =>
      call<ProfileView>({ method: "POST", path: "/v1/me/email-change/confirm", body: { code } }),
    changePassword: (body: { newPassword: string; confirmPassword: string }) =>
      call<void>({ method: "POST", path: "/v1/me/password", body }),
    changePin: (pin: string) => call<void>({ method: "PUT", path: "/v1/me/pin", body: { pin } }),
    changeSecretQuestion: (body: { secretQuestion: string; secretAnswer: string }) =>
      call<void>({ method: "PUT", path: "/v1/me/secret-question", body }),
    typePasswordAgain: (password: string) =>
      call<unknown>({ method: "POST", path: "/v1/sessions/current/password", body: { password } }),
    letterCode: () => call<LetterCodeView>({ method: "GET", path: "/v1/me/letter-code" }),
    enterLetterCode: (letterId: string) =>
      call<void>({ method: "POST", path: "/v1/me/letter-code", body: { letterId } }),
    registrationLock: () => call<{ readonly locked: boolean }>({ method: "GET", path: "/v1/me/registration-lock" }),
    lockRegistration: (locked: boolean) =>
      call<{ readonly locked: boolean }>({ method: "PUT", path: "/v1/me/registration-lock", body: { locked } }),
    openAmounts: () => call<void>({ method: "POST", path: "/v1/me/amounts/open" }),
    activity: () =>
      call<{ readonly activity: ReadonlyArray<ActivityView> }>({ method: "GET", path: "/v1/me/activity" }),
    messages: () => call<{ readonly messages: ReadonlyArray<MessageView> }>({ method: "GET", path: "/v1/me/messages" })
  }
}

export type ProfileApi = ReturnType<typeof profileApi>
