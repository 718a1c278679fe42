/** A class of characters that a password has one of at least. */
export type PasswordClass = "upper" | "lower" | "digit"

/** What a phone is. */
export type PhoneType = "cell" | "home" | "work"

/** Fewest and most Unicode code points. */
export interface CodePointLimits {
  readonly minCodePoints: number
  readonly maxCodePoints: number
}

/** The values that the rules of a logon read: username, password, secret question, profile, PIN, activation. */
export interface CredentialPolicy {
  /** Fictitious phone numbers are all there are in the sandbox, and none are live. @rule D-22 */
  readonly idRanges: "live" | "sandbox"
  readonly logon: {
    /** @rule R-17 @rule D-18 */
    readonly username: CodePointLimits
    /** @rule R-18 @rule D-19 */
    readonly password: CodePointLimits & {
      readonly classes: ReadonlyArray<PasswordClass>
      /** How many passwords, the present one among them, cannot be chosen again. */
      readonly history: number
      /** What a password of the list of common ones is. */
      readonly blocklist: "warning" | "refusal"
      readonly mayContainUsername: boolean
    }
    /** Ids of the questions on the list, wording `secret-question.<id>`; empty: none is asked. @rule D-20 */
    readonly secretQuestions: ReadonlyArray<string>
    readonly secretAnswer: CodePointLimits
    /** @rule D-17 */
    readonly pin: { readonly digits: number; readonly maxChecksPerDay: number }
    /** @rule R-16 */
    readonly profile: {
      readonly name: CodePointLimits
      /** ISO 3166-1 alpha-2, the first is the default. */
      readonly phoneCountries: ReadonlyArray<string>
      readonly phoneTypes: ReadonlyArray<PhoneType>
    }
    /** @rule D-13 @rule D-33 */
    readonly activation: {
      readonly requireActivation: boolean
      readonly lifetimeHours: number
      readonly resends: number
      /** Whole days without a first login after which username, role and letter are free again. */
      readonly unusedDays: number
    }
  }
}
