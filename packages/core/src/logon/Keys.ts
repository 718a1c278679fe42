import { Context } from "effect"
import type { Redacted } from "effect"
import type { Before, OwnProfile } from "./Logon.ts"
import type { Sealed } from "./Sealed.ts"

/** What of a logon is sealed. */
export interface SealedParts {
  readonly profile: OwnProfile
  readonly passwordHashes: ReadonlyArray<Redacted.Redacted>
  readonly target: Redacted.Redacted
  readonly email: Redacted.Redacted
  readonly before: Before
}

/** What an authentication app is set up with: shown once, to the person who adds it. */
export interface AppEnrollment {
  /** Base 32, 160 bits. */
  readonly secret: Redacted.Redacted
  /** `otpauth://totp/...`, for the app on the same device. */
  readonly otpauthUri: Redacted.Redacted
  /** The same as a QR code, SVG. */
  readonly qr: Redacted.Redacted
}

/** What a digest of a logon is of. */
export type KeyedDigest = "token" | "recovery-code" | "email" | "phone"

/** What a change of a logon makes an id for. */
export type KeyedId =
  | "logon"
  | "activation-code"
  | "security-code"
  | "two-step-method"
  | "trusted-device"
  | "recovery-code"
  | "not-me-code"
  | "email-change"
  | "recovery"

/**
 * The parts of a change that need a secret or randomness. Everything else about a change is pure.
 *
 * **Gotchas**
 *
 * After a lost race, the change is decided again. What was made for the first try is discarded.
 */
export class Keys extends Context.Service<
  Keys,
  {
    readonly makeId: (of: KeyedId) => string
    /** 256 bits, base64url. */
    readonly makeToken: () => Redacted.Redacted
    /** Letters and digits without I, L, O and U. */
    readonly makeRecoveryCode: (characters: number) => Redacted.Redacted
    /** A new secret for a logon, named in the app by its username. */
    readonly makeApp: (username: string) => AppEnrollment
    /** Under the key in force: what is kept. */
    readonly digestOf: (of: KeyedDigest, text: Redacted.Redacted | string) => string
    /** Under every key: what is looked up. */
    readonly digestsOf: (of: KeyedDigest, text: Redacted.Redacted | string) => ReadonlyArray<string>
    /** The digest of the "this was not me" code that is made of an id. */
    readonly notMeDigestOf: (id: string) => string
    /** Whether what was typed is the security code of an id. */
    readonly isSecurityCode: (id: string, typed: Redacted.Redacted) => boolean
    /** The id in a link of this purpose; none in any other text. */
    readonly readLink: (
      purpose: "activation" | "password-reset" | "email-change",
      token: Redacted.Redacted
    ) => string | undefined
    /** Those of these steps that what was typed is an app's code of. */
    readonly stepsOfCode: (
      secret: Redacted.Redacted,
      typed: Redacted.Redacted,
      steps: ReadonlyArray<number>,
      stepSeconds: number
    ) => ReadonlyArray<number>
    /** Seals a part, for the row that it stands in: it opens nowhere else. */
    readonly seal: <P extends keyof SealedParts>(part: P, row: string, value: SealedParts[P]) => Sealed<SealedParts[P]>
    readonly open: <A>(sealed: Sealed<A>) => A
  }
>()("core/logon/Keys") {}
