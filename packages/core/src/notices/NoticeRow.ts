import type { MessageId } from "../wording/MessageId.ts"
import type { AnyEvent } from "./AnyEvent.ts"
import type { NoticeValues, ValuesOf } from "./NoticeValues.ts"

type Values = Readonly<Record<string, string | number>>

/** A piece of a message, in order; HTML and text show the same pieces. */
export type NoticePart =
  | { readonly part: "paragraph"; readonly says: MessageId; readonly with: Values }
  /** A code on a line of its own, large. */
  | { readonly part: "code"; readonly says: MessageId; readonly with: Values }
  /** A button, and below it the address to copy. */
  | { readonly part: "link"; readonly says: MessageId; readonly to: string }

/**
 * Who a notice goes to.
 *
 * **Details**
 *
 * `displaced`: the owner of each logon whose access the change ended, in a notice of their own. `applicant`: the owner of the request's logon, in the language of the request. `owner`: the owner of the logon.
 * `owner-before`: the same, at the address from before the change. `new-address`: the address that a link confirms.
 * `method`: the address or number of a two-step method. `found`: an address that was found when the notice was made.
 * `on-file`: a letter to the address that the Department knows. `everyone`: each person whom a new logon concerns gets a
 * notice of their own (D-26).
 */
export type NoticeWhom =
  | "applicant"
  | "owner"
  | "displaced"
  | "owner-before"
  | "new-address"
  | "method"
  | "found"
  | "on-file"
  | "everyone"

/** What is known of one kind of notice. */
export interface NoticeRow {
  /** The event that it follows from, alone or with the other events of the change; null: another notice makes it. */
  readonly after: AnyEvent["_tag"] | ((event: AnyEvent, together: ReadonlyArray<AnyEvent>) => boolean) | null
  readonly whom: NoticeWhom
  /** Whether it waits until the receipt of its request was sent. */
  readonly afterReceipt?: true
  /** What its sentences say besides. */
  readonly says: ReadonlyArray<keyof NoticeValues>
  /** What it consists of. `contacts` are the rule set's phone numbers. */
  readonly parts: (values: never, contacts: { readonly phone: string }) => ReadonlyArray<NoticePart>
}

/** Builds a row of the table; its parts can say only what it names. */
export const noticeRow = <const S extends ReadonlyArray<keyof NoticeValues>, const W extends NoticeWhom>(
  row: Omit<NoticeRow, "whom" | "says" | "parts"> & {
    readonly whom: W
    readonly says: S
    readonly parts: (values: ValuesOf<S[number]>, contacts: { readonly phone: string }) => ReadonlyArray<NoticePart>
  }
) => row
