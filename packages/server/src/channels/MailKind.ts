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
  readonly "two-step-added": { readonly name: string; readonly at: string }
  readonly "two-step-removed": { readonly name: string; readonly at: string }
  readonly "recovery-codes-made": { readonly name: string; readonly at: string }
  /** `left`: codes that are not used. */
  readonly "recovery-code-used": { readonly name: string; readonly at: string; readonly left: number }
  /** `device` is browser and system in words. */
  readonly "device-token-reused": { readonly name: string; readonly at: string; readonly device: string }
  readonly "password-closed": { readonly name: string; readonly at: string }
}

/** A mail of the house; its subject is `mail.<kind>.subject`. */
export type MailKind = keyof MailParams
