import { Letters } from "@mtc-logon/core/logon-request"
import { Post } from "@mtc-logon/core/notices"
import { and, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { AccessStore } from "./AccessStore.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"

/** Keeps letters in the database, their IDs sealed. */
export const lettersLayer = Layer.effect(
  Letters,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const { record } = yield* AccessStore
    const { delivers } = yield* Post

    return Letters.of({
      request: (taxpayer, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const key = digests.ofTaxpayer(taxpayer)
            const owners = [...digests.allOfTaxpayer(taxpayer)]
            yield* lockTaxpayer(tx, key)
            const isSignUp = and(inArray(letters.taxpayerDigest, owners), eq(letters.kind, "sign-up"))
            const counted = yield* query(
              tx
                .select({ mailedAt: letters.mailedAt, state: letters.state })
                .from(letters)
                .where(and(isSignUp, eq(letters.counted, true)))
            )
            const letterRowId = ids.make("letter")
            const { events } = decide({
              counted: counted.map(({ mailedAt, state }) => ({
                mailedAt: DateTime.fromDateUnsafe(mailedAt),
                isUnused: state === "live" || state === "reserved"
              })),
              letterRowId,
              postDelivers: delivers
            })
            const recorded = { subjectId: letterRowId, actor: "person", at: now, events }
            yield* record(tx, { key, owners, taxpayer }, recorded, true)
          })
        )
    })
  })
)
