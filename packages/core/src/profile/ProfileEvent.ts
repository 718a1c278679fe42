/** A part of a logon that its owner can change, and that "this was not me" puts back. */
export type ProfilePart = "profile" | "email" | "password" | "pin" | "secret-question"

/**
 * What has happened to a profile: stored, audited, and read by `noticesOf`.
 *
 * **Details**
 *
 * `notMeId` is the code that undoes it: it is derived from the id when the notice is sent.
 *
 * @rule D-37
 */
export type ProfileEvent =
  | { readonly _tag: "ProfileChanged"; readonly part: ProfilePart; readonly notMeId: string }
  /** A link is on its way to the new address. */
  | { readonly _tag: "EmailChangeAsked"; readonly emailChangeId: string }
  /** Other sessions and every trusted device are over. */
  | { readonly _tag: "OthersLoggedOut" }
  /** A Master Administrator who proved with an amount entered the code of a letter: the role rests on it (D-25). */
  | { readonly _tag: "LetterCodeEntered" }
  /** The owner closed on-line registration for their number, or opened it again. */
  | { readonly _tag: "RegistrationClosed" }
  | { readonly _tag: "RegistrationOpened" }
