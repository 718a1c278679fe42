import { Letters } from "@mtc-logon/core/logon-request"
import { Post } from "@mtc-logon/core/notices"
import { and, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { keepLetter } from "./keepLetter.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { Events } from "./Events.ts"

/** Keeps letters in the database, their IDs sealed. */
export const lettersLayer = Layer.effect(
  Letters,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const mailLetter = yield* keepLetter
    const { record } = yield* Events
    const { delivers } = yield* Post

    return Letters.of({
      request: (taxpayer, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const taxpayerDigest = digests.ofTaxpayer(taxpayer)
            const owners = [...digests.allOfTaxpayer(taxpayer)]
            yield* lockTaxpayer(tx, taxpayerDigest)
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
            yield* mailLetter(tx, { taxpayerDigest, mailedAt: DateTime.toDateUtc(now), counted: true }, events)
            yield* record(tx, { subjectId: letterRowId, actor: "person", at: now, events, taxpayer })
          })
        )
    })
  })
)
