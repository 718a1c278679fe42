import type { ContestEvent } from "../access/ContestEvent.ts"
import type { LetterEvent } from "../logon-request/LetterEvent.ts"
import type { LogonRequestEvent } from "../logon-request/LogonRequestEvent.ts"
import type { LogonEvent } from "../logon/LogonEvent.ts"

/** Every event that can lead to a notice. */
export type AnyEvent = LogonRequestEvent | LogonEvent | LetterEvent | ContestEvent
