import { Context, Data } from "effect"
import type { DateTime, Effect } from "effect"

/** A letter that is ready to print and put in an envelope. */
export interface PostalLetter {
  /** Id of its notice, so that a letter that is left twice for the mailing service is one file. */
  readonly id: string
  readonly to: { readonly name: string; readonly lines: ReadonlyArray<string> }
  readonly locale: string
  /** When the event happened. */
  readonly at: DateTime.Utc
  readonly subject: string
  /** A whole page, with the address in the position of the envelope's window. */
  readonly html: string
  readonly text: string
}

/** The letter could not be left for the mailing service; the server tries again. */
export class LetterNotLeft extends Data.TaggedError("LetterNotLeft")<{ readonly code: string }> {}

/** Leaves letters for mailing to an address on file. @rule D-26 */
export class Post extends Context.Service<
  Post,
  {
    /** Whether letters are mailed. A server without a mailing service has no post. */
    readonly delivers: boolean
    readonly leave: (letter: PostalLetter) => Effect.Effect<void, LetterNotLeft>
  }
>()("core/notices/Post") {}
