/** What has happened between a Master Administrator and somebody who contests it: stored, audited, and read by `noticesOf`. */
export type ContestEvent =
  /** A second person was verified, or somebody said "this was not me" (D-25). */
  | { readonly _tag: "ContestBegun"; readonly because: "second-registration" | "not-me" }
  /** A letter outranked: whoever was Master Administrator has no access any more. */
  | { readonly _tag: "ContestSettled" }
