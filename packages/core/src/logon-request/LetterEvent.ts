/** What has happened to letters: stored, audited, and read by `noticesOf`. */
export type LetterEvent =
  /** Somebody asked for one; nobody is told what came of it (D-07). */
  | { readonly _tag: "LetterAsked" }
  /** One is on its way to the address on file; those before it live until it is proved with (D-07). */
  | { readonly _tag: "LetterMailed"; readonly letterRowId: string }
  /** A number was locked, and its owner is told by post (D-30). */
  | { readonly _tag: "OwnerToldOfLock" }
  /** So many letter IDs were guessed for a number that they come from a machine: its owner is told by post (D-61). */
  | { readonly _tag: "OwnerToldOfGuesses" }
  /** Whoever is on file for a number was told of a new logon: how many, and how (D-26). */
  | { readonly _tag: "OwnerTold"; readonly letters: number; readonly emails: number; readonly messages: number }
