import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { KeptLogon, ProfileState } from "../profile/keptLogonOf.ts"
import type { RecoveryFacts } from "./recoveryFacts.ts"

/** What a person forgot. */
export type Forgotten = "username" | "password"

/** A logon that a person who forgot may mean. */
export interface ForgottenFacts {
  readonly forgotten: Forgotten
  readonly status: RecoveryFacts["recovery"]["status"]
  /** When links were mailed for it, and when answers to them were wrong, in the last day, oldest first. */
  readonly linksAt: ReadonlyArray<DateTime.Utc>
  readonly missesAt: ReadonlyArray<DateTime.Utc>
  /** The id of the link that would be mailed. */
  readonly recoveryId: string
}

/** The facts for a decision about someone who has a link. */
export interface ResetFacts {
  readonly link: {
    readonly id: string
    readonly state: MailedLinkFacts["mailedLink"]["state"]
    readonly expiresAt: DateTime.Utc
    readonly wrongAnswers: number
  }
  readonly status: RecoveryFacts["recovery"]["status"]
  /** Wrong answers of the logon in the last day, over all its links, oldest first. */
  readonly missesAt: ReadonlyArray<DateTime.Utc>
  readonly logon: KeptLogon
  readonly notMeId: string
}

/** What becomes of a link: missed once more, or used for a new password. */
export type ResetState =
  | { readonly _tag: "Unchanged" }
  | { readonly _tag: "Missed" }
  | ({ readonly _tag: "Used" } & ProfileState)

/** Keeps what people forgot, until the job that looks it up has answered them. */
export class Recoveries extends Context.Service<
  Recoveries,
  {
    /** Keeps what was typed, sealed, for the job that looks it up: the same work whether anybody has it or not. */
    readonly ask: (forgotten: Forgotten, typed: Redacted.Redacted, now: DateTime.Utc) => Effect.Effect<void>
    /** What was forgotten, and the logons that what was typed is of, oldest first; null: it was answered. */
    readonly find: (
      askedId: string
    ) => Effect.Effect<{ readonly forgotten: Forgotten; readonly logonIds: ReadonlyArray<string> } | null>
    /** Wipes what was typed: asked again, nothing is done. */
    readonly answered: (askedId: string) => Effect.Effect<void>
  }
>()("core/recovery/Recoveries") {}
