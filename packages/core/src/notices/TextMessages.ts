import { Context, Data } from "effect"
import type { DateTime, Effect, Redacted } from "effect"

/** One text message to one telephone. */
export interface TextMessage {
  /** Id of the notice, so that a message that is sent twice is shown once. */
  readonly id: string
  /** E.164. */
  readonly to: string
  /** Its last line binds the code to this service: `@host #code`. */
  readonly text: Redacted.Redacted
  /** When the event happened. */
  readonly at: DateTime.Utc
}

/** The message was not sent. `isFinal` means that the number will never accept it (the owner replied STOP, or it does not exist). */
export class TextNotSent extends Data.TaggedError("TextNotSent")<{
  /** The provider's response code, `21610`, or the status, `503`. */
  readonly code: string
  readonly isFinal: boolean
}> {}

/** Sends text messages. @rule R-33 */
export class TextMessages extends Context.Service<
  TextMessages,
  { readonly send: (message: TextMessage) => Effect.Effect<void, TextNotSent> }
>()("core/notices/TextMessages") {}
