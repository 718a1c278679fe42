import { VerificationAttempts } from "@mtc-logon/core/verification"
import { and, desc, eq, gt, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"

const counting = ["reserved", "failed"] as const

/** Counts attempts in the database, one transaction at a time for each number. */
export const verificationAttemptsLayer = Layer.effect(
  VerificationAttempts,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids

    return VerificationAttempts.of({
      reserve: ({ kind, limit, now, said, taxpayer, windowFrom, yearFrom }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const owners = [...digests.allOfTaxpayer(taxpayer)]
            const taxpayerDigest = digests.ofTaxpayer(taxpayer)
            yield* lockTaxpayer(tx, taxpayerDigest)
            const before = yield* query(
              tx
                .select()
                .from(attempts)
                .where(
                  and(
                    inArray(attempts.taxpayerDigest, owners),
                    inArray(attempts.state, [...counting]),
                    gt(attempts.at, DateTime.toDateUtc(yearFrom))
                  )
                )
                .orderBy(desc(attempts.at))
            )
            const saidBefore = digests.allOf("claim", said)
            const inWindow = (of: "amount" | "letter") =>
              before.filter((each) => each.kind === of && each.at > DateTime.toDateUtc(windowFrom[of]))
            const ofKind = inWindow(kind)
            // The same wrong answer again takes its old place, and is counted there.
            const same = ofKind.find(({ claimDigest, state }) => state === "failed" && saidBefore.includes(claimDigest))
            const id = same?.id ?? ids.make("verification-attempt")
            if (same === undefined) {
              yield* query(
                tx.insert(attempts).values({
                  id,
                  taxpayerDigest,
                  kind,
                  claimDigest: digests.of("claim", said),
                  at: DateTime.toDateUtc(now),
                  state: "reserved"
                })
              )
            }
            const reached = ofKind[limit - 1]
            return {
              id,
              isNew: same === undefined,
              amountFailures: inWindow("amount").length,
              amountFailuresInYear: before.filter((each) => each.kind === "amount").length,
              letterFailures: inWindow("letter").length,
              limitReachedSince: reached === undefined ? null : DateTime.fromDateUnsafe(reached.at)
            }
          })
        ),

      free: (id) =>
        Effect.asVoid(
          run((db) =>
            db
              .update(attempts)
              .set({ state: "freed" })
              .where(and(eq(attempts.id, id), eq(attempts.state, "reserved")))
          )
        )
    })
  })
)
