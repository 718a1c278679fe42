import { Context, Data } from "effect"
import type { DateTime, Effect, Redacted } from "effect"

/** One text message to one telephone. */
export interface TextMessage {
  /** Id of the notice: a message that is sent twice is shown once. */
  readonly id: string
  /** E.164. */
  readonly to: string
  /** Its last line binds the code to this house: `@host #code`. */
  readonly text: Redacted.Redacted
  /** When what it tells of has happened. */
  readonly at: DateTime.Utc
}

/** The message did not go out. `isFinal`: the number does not take it (it said STOP, or is none), and would not later. */
export class TextNotSent extends Data.TaggedError("TextNotSent")<{
  /** The provider's answer code, `21610`, or the status, `503`. */
  readonly code: string
  readonly isFinal: boolean
}> {}

/** Sends text messages. @rule R-33 */
export class TextMessages extends Context.Service<
  TextMessages,
  { readonly send: (message: TextMessage) => Effect.Effect<void, TextNotSent> }
>()("core/notices/TextMessages") {}
