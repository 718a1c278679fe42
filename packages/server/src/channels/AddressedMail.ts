import type { MailKind, MailParams } from "./MailKind.ts"

/** A mail before it is put into words: whose, which, and what it says. */
export type AddressedMail = {
  readonly [K in MailKind]: {
    readonly to: { readonly name: string; readonly address: string }
    /** BCP 47. */
    readonly locale: string
    readonly kind: K
    readonly params: MailParams[K]
  }
}[MailKind]
