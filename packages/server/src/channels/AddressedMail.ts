import type { MailKind, MailParams } from "./MailKind.ts"

/** Where a mail goes, and in what language. */
export interface Addressed {
  readonly to: { readonly name: string; readonly address: string }
  readonly locale: string
}

/** A mail before it is put into words. */
export type AddressedMail = {
  readonly [K in MailKind]: Addressed & { readonly kind: K; readonly params: MailParams[K] }
}[MailKind]
