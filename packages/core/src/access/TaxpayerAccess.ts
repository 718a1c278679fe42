import type { DateTime } from "effect"
import type { Evidence } from "../verification/claimKinds.ts"
import type { Role } from "./Role.ts"

/** States of an access that has not ended. */
export const accessStates = ["waiting", "reserved", "effective", "suspended"] as const

/** Who ends a contest. */
export const contestEnders = ["letter", "staff"] as const

/** A logon's access to a taxpayer by its own proof, as long as it has not ended. */
export interface OwnAccess {
  readonly grantId: string
  readonly logonId: string
  readonly role: Role["role"]
  readonly evidence: Evidence
  /**
   * `suspended`: frozen. It has no role and counts as no Master Administrator (D-62). `waiting`: its letter outranked at
   * submit, and it takes the place of the others at its first log-in; until then it counts as nobody (D-32).
   */
  readonly state: (typeof accessStates)[number]
}

/** A contest that is open: its parties log in, read and pay. @rule D-60 */
export interface OpenContest {
  readonly openSince: DateTime.Utc
  /** `staff`: a code from the previous address opened it, and no letter ends it. */
  readonly endedBy: (typeof contestEnders)[number]
}

/** Who has access to a taxpayer by a proof of their own, oldest first, and the contest between them. */
export interface TaxpayerAccess {
  readonly accesses: ReadonlyArray<OwnAccess>
  readonly contest: OpenContest | null
}
