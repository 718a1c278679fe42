import type { DateTime, Redacted } from "effect"
import type { PhoneType } from "./credentialSheet.ts"
import type { LogonStatus } from "./LogonStatus.ts"
import type { Sealed } from "./Sealed.ts"

/**
 * What the second step of a log-in is: the code of an authentication app, of a text message, of an e-mail, or a passkey.
 *
 * @rule R-31 @rule D-49
 */
export const twoStepKinds = ["totp", "sms", "email", "passkey"] as const
export type TwoStepKind = (typeof twoStepKinds)[number]

export const browsers = ["edge", "opera", "samsung", "firefox", "chrome", "safari", "other"] as const
export const systems = ["ios", "ipados", "android", "chromeos", "windows", "macos", "linux", "other"] as const

/** A browser and its system, as a person would name them: each the last word of a wording id, `device.browser.firefox`. */
export interface DeviceName {
  readonly browser: (typeof browsers)[number]
  readonly system: (typeof systems)[number]
}

/** A part of a logon that its owner can change, and that "this was not me" puts back. */
const profileParts = ["profile", "email", "password", "pin", "secret-question"] as const
export type ProfilePart = (typeof profileParts)[number]

/** A part of a logon's second step that "this was not me" puts back. */
const twoStepParts = ["two-step", "recovery-codes"] as const
export type TwoStepPart = (typeof twoStepParts)[number]

/** What a "this was not me" code puts back; `logon`: the logon itself was made, there is nothing to put back. */
export const notMeParts = [...profileParts, ...twoStepParts, "logon"] as const
export type NotMePart = (typeof notMeParts)[number]

/** How the notice of a "this was not me" code went out. */
export const notMeChannels = ["post", "former-post", "email", "e-message"] as const

/** What a code was sent for; of which a person asks for the first two. */
export const codePurposes = ["set-up", "log-in", "recovery", "email-change"] as const
export const codeStates = ["open", "confirmed", "superseded"] as const
export const recoveryCodeStates = ["open", "used", "replaced"] as const

/** States of a mailed link, whatever it is for. */
export const linkStates = ["open", "used", "superseded"] as const

export const sessionLevels = ["password", "two-step"] as const

/** What the person has to do next in a session. */
export const sessionStates = ["two-step-setup", "security-code", "terms", "open"] as const

/** What a person says of themselves. */
export interface OwnProfile {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly phoneCountry: string
  readonly phoneType: PhoneType
  /** E.164. */
  readonly phoneNumber: string
  readonly email: string
}

/** What is put in the place of what was. A part that is absent stays. */
export interface LogonChange {
  /** `locale`: BCP 47, the language of pages and mails. */
  readonly profile?: OwnProfile & { readonly locale: string }
  /** Of the last passwords, the present one first. */
  readonly passwordHashes?: ReadonlyArray<Redacted.Redacted>
  readonly pinHash?: Redacted.Redacted
  readonly secretQuestion?: { readonly id: string; readonly answerHash: Redacted.Redacted }
}

/** What was before a change, and can be put back: parts of the logon, or the ids of the ways that worked. */
export type Before = LogonChange | { readonly ways: ReadonlyArray<string> }

/** A way to get codes; `removedAt` ends it. `target`: an address, a number, an app's secret, or a passkey as JSON. */
export interface LogonMethod {
  readonly id: string
  readonly kind: TwoStepKind
  readonly target: Sealed<Redacted.Redacted>
  /** Of an address or number, for counting; null for an app or a passkey. */
  readonly targetDigest: string | null
  /** An app's last used step: a code works once. */
  readonly lastTimeStep: number | null
  readonly createdAt: DateTime.Utc
  readonly confirmedAt: DateTime.Utc | null
  readonly removedAt: DateTime.Utc | null
}

/** A code that was sent, or a challenge that a passkey is to sign. */
export interface LogonCode {
  readonly id: string
  readonly methodId: string
  readonly purpose: (typeof codePurposes)[number]
  /** The session that asked for it; of a recovery the id of its link. */
  readonly sessionId: string | null
  /** Empty for a challenge, which goes nowhere. */
  readonly targetDigest: string
  readonly state: (typeof codeStates)[number]
  readonly failures: number
  readonly sentAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly confirmedAt: DateTime.Utc | null
}

/** A link of the first log-in. */
export interface ActivationCode {
  readonly id: string
  readonly logonRequestId: string
  readonly state: (typeof linkStates)[number]
  readonly createdAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** A code on paper, of which a digest is kept. */
export interface RecoveryCode {
  readonly id: string
  readonly codeDigest: string
  readonly state: (typeof recoveryCodeStates)[number]
  readonly createdAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** A log-in that goes on; `id`: the digest of its token. */
export interface LogonSession {
  readonly id: string
  readonly level: (typeof sessionLevels)[number]
  readonly state: (typeof sessionStates)[number]
  readonly passwordAt: DateTime.Utc
  /** The trusted device that it was opened by, or that was trusted in it: it ends with that one. */
  readonly deviceId: string | null
  readonly createdAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly endedAt: DateTime.Utc | null
}

/** A browser that is trusted. */
export interface LogonDevice extends DeviceName {
  readonly id: string
  readonly createdAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly revokedAt: DateTime.Utc | null
}

/** A token of a trusted device: its newest, or one that was shown. */
export interface DeviceToken {
  readonly tokenDigest: string
  readonly deviceId: string
  readonly createdAt: DateTime.Utc
  readonly replacedAt: DateTime.Utc | null
}

/** A link of a forgotten password. */
export interface PasswordLink {
  readonly id: string
  readonly state: (typeof linkStates)[number]
  /** RFC 3339, oldest first. */
  readonly missesAt: ReadonlyArray<string>
  readonly createdAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** A link to a new address. */
export interface EmailLink {
  readonly id: string
  readonly email: Sealed<Redacted.Redacted>
  readonly state: (typeof linkStates)[number]
  readonly createdAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** A "this was not me" code. */
export interface NotMeCode {
  readonly id: string
  readonly part: NotMePart
  /** The access that its notice names; null for a change. */
  readonly grantId: string | null
  readonly channel: (typeof notMeChannels)[number]
  /** The logon that its notice went to. */
  readonly receiverId: string | null
  readonly before: Sealed<Before> | null
  readonly codeDigest: string
  readonly createdAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** A text of terms that was accepted. @rule D-44 */
export interface AcceptedText {
  readonly version: string
  /** RFC 3339. */
  readonly at: string
  readonly locale?: string
  readonly textHash?: string
}

/**
 * A logon with everything of it that lives: what happens to it is a pure function from it to the next.
 *
 * **Details**
 *
 * Lists are in the order in which their things were made. What has ended stays in a list until the logon is read again.
 * `sentElsewhere`: when codes went to a target of this logon for others.
 *
 * **Gotchas**
 *
 * History is not in it: ended sessions, old tokens, used codes.
 *
 * @adr 0037
 */
export interface Logon {
  readonly id: string
  /** The request that made it; null: it was there before. */
  readonly requestId: string | null
  readonly username: string
  readonly usernameKey: string
  readonly passwordHash: Redacted.Redacted
  readonly passwordHashes: Sealed<ReadonlyArray<Redacted.Redacted>>
  readonly passwordChangedAt: DateTime.Utc
  /** Id of the question; empty: none was chosen. */
  readonly secretQuestion: string
  readonly secretAnswerHash: Redacted.Redacted | null
  readonly pinHash: Redacted.Redacted
  readonly profile: Sealed<OwnProfile>
  readonly emailDigest: string
  readonly phoneDigest: string
  readonly locale: string
  readonly taxProfessional: boolean
  readonly termsVersion: string
  readonly termsAcceptedAt: DateTime.Utc
  readonly termsAccepted: ReadonlyArray<AcceptedText>
  readonly status: LogonStatus
  readonly createdAt: DateTime.Utc
  readonly activatedAt: DateTime.Utc | null
  readonly frozenAt: DateTime.Utc | null
  readonly failedLogIns: number
  readonly missedCodes: number
  readonly codesLockedUntil: DateTime.Utc | null
  readonly methods: ReadonlyArray<LogonMethod>
  readonly codes: ReadonlyArray<LogonCode>
  readonly activationCodes: ReadonlyArray<ActivationCode>
  readonly recoveryCodes: ReadonlyArray<RecoveryCode>
  readonly sessions: ReadonlyArray<LogonSession>
  readonly devices: ReadonlyArray<LogonDevice>
  readonly deviceTokens: ReadonlyArray<DeviceToken>
  readonly passwordLinks: ReadonlyArray<PasswordLink>
  readonly emailLinks: ReadonlyArray<EmailLink>
  readonly notMeCodes: ReadonlyArray<NotMeCode>
  readonly sentElsewhere: ReadonlyArray<{ readonly targetDigest: string; readonly sentAt: DateTime.Utc }>
}
