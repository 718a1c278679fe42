/** Everything that a notice can say besides its fixed sentences: texts as they are shown, not escaped yet. */
export interface NoticeValues {
  /** How the message calls the person that it goes to. */
  readonly owner: { readonly name: string }
  readonly username: { readonly username: string }
  /** When the event happened: `11/20/2020 1:55:15 PM`. */
  readonly moment: { readonly at: string }
  /** Browser and system in words. */
  readonly device: { readonly device: string }
  readonly request: { readonly confirmationNumber: string }
  readonly submission: { readonly submittedAt: string }
  /** How long an approved logon can stay unused. */
  readonly unused: { readonly days: number }
  readonly activation: { readonly link: string; readonly hours: number }
  readonly emailChange: { readonly link: string; readonly hours: number }
  readonly passwordReset: { readonly link: string; readonly minutes: number }
  readonly securityCode: { readonly code: string; readonly minutes: number }
  readonly recoveryCodes: { readonly left: number }
  /** The code that undoes the change, in groups of four; `link` has it in its fragment, `page` is where it can be typed. */
  readonly notMe: { readonly code: string; readonly link: string; readonly page: string; readonly days: number }
  /** What was changed, in words; and why a logon was frozen. */
  readonly changed: { readonly part: string }
  readonly frozen: { readonly part: string }
  /** A letter ID of its own: the one that was asked for, and the one that a lock sends. */
  readonly letter: { readonly letterId: string; readonly page: string; readonly days: number }
  readonly lockLetter: { readonly letterId: string; readonly page: string; readonly days: number }
  readonly letterPage: { readonly page: string }
}

/** The values of several sources together. */
export type ValuesOf<S extends keyof NoticeValues> = [S] extends [never]
  ? {}
  : { [Each in S]: (values: NoticeValues[Each]) => void }[S] extends (values: infer Together) => void
    ? Together
    : never
