import { VerificationAttempts } from "@mtc-logon/core/verification"
import type { AttemptKind } from "@mtc-logon/core/verification"
import { and, desc, eq, gt, inArray, max, or, sql } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { amountOpeningTable as openings } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"

const counting = ["reserved", "failed"] as const

/**
 * Counts attempts in the database, one transaction at a time for each number.
 *
 * **Gotchas**
 *
 * Nothing bounds the letters that are guessed for a number, so the database counts them; amounts that are locked are never
 * kept, so few rows are. The statements are the same for both kinds and whatever they find (D-09).
 */
export const verificationAttemptsLayer = Layer.effect(
  VerificationAttempts,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids

    return VerificationAttempts.of({
      reserve: ({ kind, limit, network, now, said, taxpayer, windowFrom, yearFrom }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const owners = [...digests.allOfTaxpayer(taxpayer)]
            const taxpayerDigest = digests.ofTaxpayer(taxpayer)
            yield* lockTaxpayer(tx, taxpayerDigest)
            const countedSince = (of: AttemptKind, start: DateTime.Utc) =>
              and(
                inArray(attempts.taxpayerDigest, owners),
                eq(attempts.kind, of),
                inArray(attempts.state, [...counting]),
                gt(attempts.at, DateTime.toDateUtc(start))
              )
            const isHere = inArray(attempts.networkDigest, [...digests.allOf("network", network)])
            const isSaid = inArray(attempts.claimDigest, [...digests.allOf("claim", said)])

            const [opening] = yield* query(
              tx
                .select({ at: max(openings.openedAt) })
                .from(openings)
                .where(inArray(openings.taxpayerDigest, owners))
            )
            /** What failed before amounts were opened counts for its day, and no more for the year. */
            const isInYear = ({ at }: { readonly at: Date }) => opening?.at == null || at >= opening.at

            // Each wrong answer once, where it was given last.
            const amounts = yield* query(
              tx
                .select({ claimDigest: attempts.claimDigest, at: sql`max(${attempts.at})`.mapWith(attempts.at) })
                .from(attempts)
                .where(countedSince("amount", yearFrom))
                .groupBy(attempts.claimDigest)
                .orderBy(desc(sql`max(${attempts.at})`))
            )
            const lately = gt(attempts.at, DateTime.toDateUtc(windowFrom.lately))
            const answer = sql`${attempts.networkDigest} || ${attempts.claimDigest}`
            const [letters] = yield* query(
              tx
                .select({
                  here: sql`count(distinct ${attempts.claimDigest}) filter (where ${isHere})`.mapWith(Number),
                  lately: sql`count(distinct ${attempts.claimDigest}) filter (where ${isHere} and ${lately})`.mapWith(
                    Number
                  ),
                  everywhere: sql`count(distinct ${answer})`.mapWith(Number),
                  lastHere: sql`max(${attempts.at}) filter (where ${isHere})`.mapWith(attempts.at)
                })
                .from(attempts)
                .where(countedSince("letter", windowFrom.letter))
            )
            const same = yield* query(
              tx
                .select({ id: attempts.id, at: attempts.at, claimDigest: attempts.claimDigest, state: attempts.state })
                .from(attempts)
                .where(and(countedSince(kind, yearFrom), isSaid, or(eq(attempts.kind, "amount"), isHere)))
                .orderBy(desc(attempts.at))
            )
            const inWindow = same.filter(({ at }) => at > DateTime.toDateUtc(windowFrom[kind]))
            // The same wrong answer again takes its old place, and is counted there.
            const place = inWindow.find(({ state }) => state === "failed")
            const id = place?.id ?? ids.make("verification-attempt")
            if (place === undefined) {
              yield* query(
                tx.insert(attempts).values({
                  id,
                  taxpayerDigest,
                  kind,
                  networkDigest: kind === "letter" ? digests.of("network", network) : null,
                  // As it stands already, though its key may have been another: it counts once in the year.
                  claimDigest: same[0]?.claimDigest ?? digests.of("claim", said),
                  at: DateTime.toDateUtc(now),
                  state: "reserved"
                })
              )
            }
            const inAmountWindow = amounts.filter(({ at }) => at > DateTime.toDateUtc(windowFrom.amount))
            const instant = (at: Date | null | undefined) => (at == null ? null : DateTime.fromDateUnsafe(at))
            return {
              id,
              failures: {
                amountFailures: inAmountWindow.length,
                amountFailuresInYear: amounts.filter(isInYear).length,
                letterFailures: letters!.here,
                letterFailuresLately: letters!.lately,
                letterFailuresEverywhere: letters!.everywhere
              },
              isNew: {
                inWindow: inWindow.length === 0,
                inYear: place === undefined && !same.some((each) => kind === "letter" || isInYear(each))
              },
              limitReachedSince: instant(inAmountWindow[limit - 1]?.at),
              lastLetterFailureAt: instant(letters!.lastHere)
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
