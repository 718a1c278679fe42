import { accountTypeSchema } from "@mtc-logon/core/taxpayer"
import { eq } from "drizzle-orm"
import type { SQL } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import type { Digests } from "../secrets/Digests.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import type { Sealing } from "../secrets/Sealing.ts"

const claimSchema = Schema.Struct({
  taxpayerType: Schema.Literals(["individual", "business"]),
  idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
  id: Schema.String,
  accountType: accountTypeSchema
})
type Claim = typeof claimSchema.Type

const sealedClaim = sealedJson(claimSchema)
const claimPlace = (row: string) => ({ table: "access_grant", column: "claim", row })

/** What of a decision's log says whose number it was about. */
const sealedLog = sealedJson(Schema.Struct({ facts: Schema.Struct({ claim: claimSchema }) }))

/** A claim as its grant keeps it. */
export const sealClaim = (sealing: Sealing["Service"], grantId: string, claim: Claim): Uint8Array =>
  sealedClaim.seal(sealing, claimPlace(grantId), claim)

/**
 * Grants with what was claimed in the request of each.
 *
 * **Gotchas**
 *
 * The claim is sealed with the grant and lives as long. A grant of before has it in the log of the decision that its request
 * rests on; where that is kept no longer, the grant is not among them.
 */
export const claimOfGrants = Effect.fnUntraced(function* (on: Db, sealing: Sealing["Service"], where: SQL | undefined) {
  const rows = yield* query(
    on
      .select({ grant: grants, decisionId: decisions.id, log: decisions.log })
      .from(grants)
      .leftJoin(requests, eq(requests.id, grants.logonRequestId))
      .leftJoin(decisions, eq(decisions.id, requests.decisionId))
      .where(where)
      .orderBy(grants.taxpayerDigest)
  )
  return rows.flatMap(({ decisionId, grant, log }) => {
    if (grant.claim !== null) return [{ grant, claim: sealedClaim.open(sealing, claimPlace(grant.id), grant.claim) }]
    if (decisionId === null || log === null) return []
    const place = { table: "decision", column: "log", row: decisionId }
    return [{ grant, claim: sealedLog.open(sealing, place, log).facts.claim }]
  })
})

/** The taxpayer of a grant: the one key that its lock has, and every digest that its rows may have. */
export const taxpayerOfGrant = Effect.fnUntraced(function* (
  on: Db,
  sealing: Sealing["Service"],
  digests: Digests["Service"],
  grant: Pick<typeof grants.$inferSelect, "id" | "taxpayerDigest">
) {
  const [known] = yield* claimOfGrants(on, sealing, eq(grants.id, grant.id))
  if (known === undefined) {
    return { key: grant.taxpayerDigest, owners: [grant.taxpayerDigest], taxpayer: undefined }
  }
  const taxpayer = { idType: known.claim.idType, digits: Redacted.make(known.claim.id) }
  const owners = [...new Set([...digests.allOfTaxpayer(taxpayer), grant.taxpayerDigest])]
  return { key: digests.ofTaxpayer(taxpayer), owners, taxpayer }
})
