import { Context, Data } from "effect"
import type { DateTime, Effect } from "effect"

/** A letter, ready to be printed and put into an envelope. */
export interface PostalLetter {
  /** Id of its notice: a letter that is left twice for the mail house is one file. */
  readonly id: string
  readonly to: { readonly name: string; readonly lines: ReadonlyArray<string> }
  readonly locale: string
  /** When what it tells of has happened. */
  readonly at: DateTime.Utc
  readonly subject: string
  /** A whole page, with the address where the window of an envelope is. */
  readonly html: string
  readonly text: string
}

/** The letter could not be left for the mail house; it is tried again. */
export class LetterNotLeft extends Data.TaggedError("LetterNotLeft")<{ readonly code: string }> {}

/** The post: what goes to an address on file, like e-mail and text messages. @rule D-26 */
export class Post extends Context.Service<
  Post,
  {
    /** Whether a letter that is left goes anywhere: a house without a mail house has no post. */
    readonly delivers: boolean
    readonly leave: (letter: PostalLetter) => Effect.Effect<void, LetterNotLeft>
  }
>()("core/notices/Post") {}
