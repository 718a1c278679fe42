import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { PhoneType } from "../logon/CredentialPolicy.ts"
import type { ProfileError, ProfileReason } from "./ProfileError.ts"
import type { ProfileEvent, ProfilePart } from "./ProfileEvent.ts"

/** What a person says of themselves. */
export interface Profile {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly phoneCountry: string
  readonly phoneType: PhoneType
  /** E.164. */
  readonly phoneNumber: string
  readonly email: string
  /** BCP 47: the language of pages and mails. */
  readonly locale: string
}

/** A logon as far as its owner can change it. */
export interface KeptLogon {
  readonly logonId: string
  readonly username: string
  readonly profile: Profile
  /** Hashes of the last passwords, the present one first. */
  readonly passwordHashes: ReadonlyArray<Redacted.Redacted>
  /** Id of the question; empty: none was chosen. */
  readonly secretQuestion: string
}

/** What is put in the place of what was. A part that is absent stays. */
export interface LogonChange {
  readonly profile?: Profile
  readonly passwordHashes?: ReadonlyArray<Redacted.Redacted>
  readonly pinHash?: Redacted.Redacted
  readonly secretQuestion?: { readonly id: string; readonly answerHash: Redacted.Redacted }
}

/** What a change decides on, read under lock. */
export interface ProfileFacts {
  readonly logon: KeptLogon
  /** The id of the "this was not me" code that this change will have; kept only with the change. */
  readonly notMeId: string
}

/** What is made of a locked logon. */
export interface ProfileState {
  readonly change: LogonChange
  /** What is kept of before, sealed, and until when it can be put back. */
  readonly undo: { readonly part: ProfilePart; readonly expiresAt: DateTime.Utc }
  /** Ends every other session, every trusted device, and every link that was mailed to the logon. */
  readonly endsOthers: boolean
}

/** Keeps what a logon says of itself. Each method that changes something is one transaction, with audit and notices. */
export class Profiles extends Context.Service<
  Profiles,
  {
    readonly find: (logonId: string) => Effect.Effect<KeptLogon>
    /** Locks the logon, calls `decide`, stores what it says. `sessionId` is the session that goes on. */
    readonly change: <A>(
      logonId: string,
      sessionId: string,
      now: DateTime.Utc,
      decide: (facts: ProfileFacts) => Result.Result<Change<ProfileState, ProfileEvent, A>, ProfileReason>
    ) => Effect.Effect<A, ProfileError>
    /** Keeps a new address until its link is used; a link before it is dead. */
    readonly askEmail: (
      logonId: string,
      email: string,
      now: DateTime.Utc,
      expiresAt: DateTime.Utc
    ) => Effect.Effect<void>
    /**
     * Locks the logon and the change of address that a link opens, calls `decide`, stores what it says; the link is used.
     *
     * **Details**
     *
     * Fails with `LinkRefused` where the link is none, or another logon's.
     */
    readonly confirmEmail: <A>(
      logonId: string,
      sessionId: string,
      link: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (
        facts: ProfileFacts & {
          readonly email: string
          readonly link: { readonly state: MailedLinkFacts["mailedLink"]["state"]; readonly expiresAt: DateTime.Utc }
        }
      ) => Result.Result<Change<ProfileState, ProfileEvent, A>, ProfileReason>
    ) => Effect.Effect<A, ProfileError>
  }
>()("core/profile/Profiles") {}
