import type { contestEnders } from "./TaxpayerAccess.ts"

/** Why a contest begins. */
export const contestReasons = ["second-letter", "not-me"] as const

/** What has happened between those who have access to a taxpayer by a proof of their own: stored, audited, and read by `noticesOf`. */
export type ContestEvent =
  /** Somebody said "this was not me", or two have letters: until it ends nobody grants (D-60). */
  | {
      readonly _tag: "ContestBegun"
      readonly because: (typeof contestReasons)[number]
      readonly endedBy: (typeof contestEnders)[number]
    }
  /** A letter outranked: nobody else has access by a proof of their own any more. */
  | { readonly _tag: "ContestSettled" }
  /** A frozen logon has no role any more (D-62). */
  | { readonly _tag: "RoleSuspended" }
  /** The oldest logon that is left is Master Administrator, with a hold that begins anew (D-62). */
  | { readonly _tag: "RolePassedOn" }
