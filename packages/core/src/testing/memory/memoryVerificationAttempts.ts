import { DateTime, Effect, Redacted } from "effect"
import { VerificationAttempts } from "../../verification/VerificationAttempts.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./ownerOf.ts"

/** Counts attempts per number, whether it is on file or not. */
export const memoryVerificationAttempts = ({ attempts, makeId }: MemoryHouse["Service"]) =>
  VerificationAttempts.of({
    reserve: ({ kind, limit, now, said, taxpayer, windowFrom, yearFrom }) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        const text = Redacted.value(said)
        const inYear = [...attempts.values()]
          .filter((each) => each.owner === owner && each.state !== "freed" && DateTime.isGreaterThan(each.at, yearFrom))
          .toSorted((a, b) => DateTime.toEpochMillis(b.at) - DateTime.toEpochMillis(a.at))
        const inWindow = (of: typeof kind) =>
          inYear.filter((each) => each.kind === of && DateTime.isGreaterThan(each.at, windowFrom[of]))
        const same = inWindow(kind).find((each) => each.said === text && each.state === "failed")
        const id = same?.id ?? makeId("verification-attempt")
        if (same === undefined) attempts.set(id, { id, owner, kind, said: text, at: now, state: "reserved" })
        return {
          id,
          isNew: same === undefined,
          amountFailures: inWindow("amount").length,
          amountFailuresInYear: inYear.filter((each) => each.kind === "amount").length,
          letterFailures: inWindow("letter").length,
          limitReachedSince: inWindow(kind)[limit - 1]?.at ?? null
        }
      }),
    free: (id) =>
      Effect.sync(() => {
        const attempt = attempts.get(id)
        if (attempt?.state === "reserved") attempts.set(id, { ...attempt, state: "freed" })
      })
  })
