import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { ProfileEvent } from "../profile/ProfileEvent.ts"
import type { KeptLogon, ProfileState } from "../profile/Profiles.ts"
import type { RecoveryError } from "./RecoveryError.ts"
import type { RecoveryEvent } from "./RecoveryEvent.ts"
import type { RecoveryFacts } from "./recoveryFacts.ts"

/** What somebody forgot. */
export type Forgotten = "username" | "password"

/** A logon that somebody who forgot may mean, read under lock. */
export interface ForgottenFacts {
  readonly forgotten: Forgotten
  readonly status: RecoveryFacts["recovery"]["status"]
  /** When links were mailed for it, and when answers to them were wrong, in the last day, oldest first. */
  readonly linksAt: ReadonlyArray<DateTime.Utc>
  readonly missesAt: ReadonlyArray<DateTime.Utc>
  /** The id of the link that would be mailed. */
  readonly recoveryId: string
}

/** What is decided about somebody who holds a link, read under lock. */
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

/** Keeps the ways back into a logon. Each method that changes something is one transaction, with audit and notices. */
export class Recoveries extends Context.Service<
  Recoveries,
  {
    /** Keeps what was typed, sealed, for the job that looks it up: the same work whether anybody has it or not. */
    readonly ask: (forgotten: Forgotten, typed: Redacted.Redacted, now: DateTime.Utc) => Effect.Effect<void>
    /**
     * Looks up what was typed, locks each logon that it is of, calls `decide`, stores what it says: a link, or nothing.
     *
     * **Details**
     *
     * A new link kills the one before. What was typed is wiped. Asked twice it does nothing the second time.
     */
    readonly answer: (
      askedId: string,
      now: DateTime.Utc,
      decide: (facts: ForgottenFacts) => Change<{ readonly linkUntil: DateTime.Utc } | null, RecoveryEvent, void>
    ) => Effect.Effect<void>
    /** What a link opens, and the hash of the secret answer (null: the logon has none); null: nothing. */
    readonly find: (
      link: Redacted.Redacted,
      now: DateTime.Utc
    ) => Effect.Effect<(Omit<ResetFacts, "notMeId"> & { readonly secretAnswerHash: Redacted.Redacted | null }) | null>
    /** Locks logon and link, calls `decide`, stores what it says. Fails with `LinkRefused` where the link opens nothing. */
    readonly change: <A>(
      link: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: ResetFacts) => Change<ResetState, RecoveryEvent | ProfileEvent, A>
    ) => Effect.Effect<A, RecoveryError>
  }
>()("core/recovery/Recoveries") {}
