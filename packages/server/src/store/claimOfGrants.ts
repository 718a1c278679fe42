import { eq } from "drizzle-orm"
import type { SQL } from "drizzle-orm"
import { Effect } from "effect"
import * as Schema from "effect/Schema"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import type { Sealing } from "../secrets/Sealing.ts"

/** What of a decision's log says whose number it was about. */
const sealedLog = sealedJson(
  Schema.Struct({
    facts: Schema.Struct({
      claim: Schema.Struct({
        taxpayerType: Schema.String,
        idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
        id: Schema.String,
        accountType: Schema.String
      })
    })
  })
)

/**
 * Grants with what was claimed in the request of each.
 *
 * **Gotchas**
 *
 * No request keeps a number in a column of its own: it is in the sealed log of the decision that the request rests on. A grant
 * whose decision is kept no longer is not among them.
 */
export const claimOfGrants = Effect.fnUntraced(function* (on: Db, sealing: Sealing["Service"], where: SQL | undefined) {
  const rows = yield* query(
    on
      .select({ grant: grants, decisionId: decisions.id, log: decisions.log })
      .from(grants)
      .innerJoin(requests, eq(requests.id, grants.logonRequestId))
      .innerJoin(decisions, eq(decisions.id, requests.decisionId))
      .where(where)
      .orderBy(grants.taxpayerDigest)
  )
  return rows.map(({ decisionId, grant, log }) => ({
    grant,
    claim: sealedLog.open(sealing, { table: "decision", column: "log", row: decisionId }, log).facts.claim
  }))
})
