/** A mail that asks: was it you? */
export interface NotMeParams {
  readonly name: string
  readonly at: string
  readonly code: string
  readonly link: string
  readonly page: string
  readonly days: number
}

/** What each mail says besides its fixed sentences: texts as they are shown, never yet escaped. */
export interface MailParams {
  /** `submittedAt` is `11/20/2020 1:55:15 PM`. */
  readonly receipt: { readonly name: string; readonly confirmationNumber: string; readonly submittedAt: string }
  readonly approved: {
    readonly name: string
    readonly username: string
    readonly confirmationNumber: string
    readonly link: string
    readonly hours: number
  }
  readonly activation: { readonly name: string; readonly link: string; readonly hours: number }
  readonly referred: { readonly name: string; readonly confirmationNumber: string }
  readonly denied: { readonly name: string; readonly confirmationNumber: string }
  readonly "security-code": { readonly code: string; readonly minutes: number }
  /** `at` is `11/20/2020 1:55:15 PM`; `device` is browser and system in words. */
  readonly "new-device": { readonly name: string; readonly at: string; readonly device: string }
  readonly "email-corrected": Readonly<Record<string, never>>
  /** `at` is `11/20/2020 1:55:15 PM`. */
  readonly "two-step-added": NotMeParams
  readonly "two-step-removed": NotMeParams
  readonly "recovery-codes-made": NotMeParams
  /** `left`: codes that are not used. */
  readonly "recovery-code-used": { readonly name: string; readonly at: string; readonly left: number }
  /** `device` is browser and system in words. */
  readonly "device-token-reused": { readonly name: string; readonly at: string; readonly device: string }
  readonly "password-closed": { readonly name: string; readonly at: string }
  readonly expired: { readonly name: string; readonly confirmationNumber: string; readonly days: number }
  /** `part` says what in words; `code` is in groups of four, `link` has it in its fragment, `page` is where it can be typed. */
  readonly "profile-changed": NotMeParams & { readonly part: string }
  readonly "logon-made": NotMeParams
  readonly "email-link": { readonly name: string; readonly link: string; readonly hours: number }
  readonly "username-reminder": { readonly name: string; readonly username: string }
  readonly "password-link": { readonly name: string; readonly link: string; readonly minutes: number }
  readonly frozen: { readonly name: string; readonly username: string; readonly part: string }
}

/** A mail of the house; its subject is `mail.<kind>.subject`. */
export type MailKind = keyof MailParams
