import type { IdType } from "../taxpayer/IdType.ts"

/** The values that the access rules read, and those of the access that a role gives. */
export interface AccessPolicy {
  readonly terms: {
    /** Day that the terms came into force, ISO 8601. @rule R-24 */
    readonly version: string
    /** Wording ids of the sentences that a person agrees to, by the number they gave. @rule R-25 */
    readonly sentences: Readonly<Record<IdType, ReadonlyArray<string>>>
  }
  readonly access: {
    /** Whole days in which a Master Administrator who proved with an amount grants nothing. @rule D-25 */
    readonly confirmationHoldDays: number
    /** Whole days that a "this was not me" code about a new logon lives. @rule D-26 */
    readonly notMeDays: number
    /** Whole days that a tax professional's access request stays open. */
    readonly accessRequestDays: number
  }
}
