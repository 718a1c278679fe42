import type { DateTime, Redacted } from "effect"
import type { Keys } from "../logon/Keys.ts"
import type { Logon, LogonChange, OwnProfile, ProfilePart } from "../logon/Logon.ts"

/** What a person says of themselves; `locale`: BCP 47, the language of pages and mails. */
export type Profile = OwnProfile & { readonly locale: string }

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

/** What a change decides on. */
export interface ProfileFacts {
  readonly logon: KeptLogon
  /** The id of the "this was not me" code that this change will have; kept only with the change. */
  readonly notMeId: string
}

/** What is made of a logon. */
export interface ProfileState {
  readonly change: LogonChange
  /** What is kept of before, sealed, and until when it can be put back. */
  readonly undo: { readonly part: ProfilePart; readonly expiresAt: DateTime.Utc }
  /** Ends every other session, every trusted device, and every link that was mailed to the logon. */
  readonly endsOthers: boolean
}

/** A logon as far as its owner can change it, opened. */
export const keptLogonOf = (logon: Logon, { open }: Pick<Keys["Service"], "open">): KeptLogon => ({
  logonId: logon.id,
  username: logon.username,
  profile: { ...open(logon.profile), locale: logon.locale },
  passwordHashes: open(logon.passwordHashes),
  secretQuestion: logon.secretQuestion
})
