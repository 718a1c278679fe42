import type { ContestEvent } from "./ContestEvent.ts"
import { standingOf } from "./standingOf.ts"
import type { OwnAccess, TaxpayerAccess } from "./TaxpayerAccess.ts"

/** What changes in who has access to a taxpayer, by the ids of grants. */
export interface AccessChange {
  /** They have no access any more, and a registration lock that their logon closed is gone with it. */
  readonly ends: ReadonlyArray<string>
  /** It has no role from now on. */
  readonly suspends: string | null
  /** It is Master Administrator from now on, with a hold that begins now. */
  readonly promotes: string | null
}

const hasRole = ({ state }: OwnAccess): boolean => state === "reserved" || state === "effective"

/** A letter before an amount, who has logged in before who never did; of equals the oldest. */
const rankOf = ({ evidence, state }: OwnAccess): number =>
  (standingOf(evidence) === "letter" ? 0 : 2) + (state === "effective" ? 0 : 1)

/**
 * Returns who becomes Master Administrator after someone loses access. Pure.
 *
 * **Details**
 *
 * It returns no one new if the person was not a Master Administrator, or if another one remains.
 *
 * @rule D-25 @rule D-62 @adr 0041
 */
export const heirOf = ({ accesses }: TaxpayerAccess, gone: OwnAccess): OwnAccess | undefined => {
  const left = accesses.filter((each) => hasRole(each) && each.grantId !== gone.grantId)
  const isMaster = ({ role }: OwnAccess) => role === "MasterAdministrator"
  if (!hasRole(gone) || !isMaster(gone) || left.some(isMaster)) return undefined
  return left.toSorted((a, b) => rankOf(a) - rankOf(b))[0]
}

/** Ends the access of a logon that was denied or never used. A remaining logon gets the role. Pure. @rule D-32 @rule D-33 */
export const endAccess = (
  access: TaxpayerAccess,
  logonId: string
): { readonly change: AccessChange; readonly events: ReadonlyArray<ContestEvent> } => {
  const own = access.accesses.find((each) => each.logonId === logonId)
  const heir = own && heirOf(access, own)
  return {
    change: { ends: own === undefined ? [] : [own.grantId], suspends: null, promotes: heir?.grantId ?? null },
    events: heir === undefined ? [] : [{ _tag: "RolePassedOn" }]
  }
}

/**
 * Ends every access but one logon's: its letter has won. Pure.
 *
 * **Gotchas**
 *
 * One that waits for its own first log-in is decided about then.
 *
 * @rule D-25 @rule D-62
 */
export const displaceOthers = ({ accesses }: TaxpayerAccess, logonId: string): AccessChange => {
  const others = accesses.filter((each) => each.logonId !== logonId && each.state !== "waiting")
  return { ends: others.map(({ grantId }) => grantId), suspends: null, promotes: null }
}
