/** What each letter says besides its fixed sentences; `page` is the address of a page of ours, as it is typed. */
export interface LetterParams {
  readonly "sign-up": { readonly letterId: string; readonly page: string; readonly days: number }
  /** `code` is in groups of four; `at` is `11/20/2020 1:55:15 PM`. */
  readonly "logon-made": { readonly at: string; readonly code: string; readonly page: string }
  readonly lock: LetterParams["sign-up"] & { readonly at: string }
  readonly guesses: { readonly at: string; readonly page: string }
  readonly "not-me": { readonly at: string; readonly page: string }
}

/** A letter of the house; its subject is `letter.<kind>.subject`. */
export type LetterKind = keyof LetterParams
