import { DateTime, Effect, Redacted } from "effect"
import { DecisionLog } from "../../decisions/DecisionLog.ts"
import { VerificationAttempts } from "../../verification/VerificationAttempts.ts"
import type { MemoryAttempt, MemoryHouse } from "./MemoryHouse.ts"
import { ownerOf } from "./MemoryHouse.ts"

/** Each wrong answer once, where it was given last. */
const different = (attempts: ReadonlyArray<MemoryAttempt>): ReadonlyArray<MemoryAttempt> =>
  attempts.filter(
    (each, at) => attempts.findIndex(({ network, said }) => said === each.said && network === each.network) === at
  )

/** Counts attempts per number, whether it is on file or not. */
export const memoryVerificationAttempts = ({ amountsOpened, attempts, makeId }: MemoryHouse["Service"]) =>
  VerificationAttempts.of({
    reserve: ({ kind, limit, network, now, said, taxpayer, windowFrom, yearFrom }) =>
      Effect.sync(() => {
        const owner = ownerOf(taxpayer)
        const text = Redacted.value(said)
        const from = kind === "letter" ? network : null
        const inYear = [...attempts.values()]
          .filter((each) => each.owner === owner && each.state !== "freed" && DateTime.isGreaterThan(each.at, yearFrom))
          .toSorted((a, b) => DateTime.toEpochMillis(b.at) - DateTime.toEpochMillis(a.at))
        const since = (of: typeof kind, start: DateTime.Utc) =>
          different(inYear.filter((each) => each.kind === of && DateTime.isGreaterThan(each.at, start)))
        const [amounts, letters] = [since("amount", windowFrom.amount), since("letter", windowFrom.letter)]
        const here = letters.filter((each) => each.network === network)
        const isSame = (each: MemoryAttempt) => each.kind === kind && each.said === text && each.network === from
        const same = (kind === "amount" ? amounts : here).filter(isSame)
        // What failed before amounts were opened counts for its day, and no more for the year.
        const opened = amountsOpened.get(owner)
        const isInYear = ({ at }: MemoryAttempt) => opened === undefined || DateTime.isGreaterThanOrEqualTo(at, opened)
        const place = same.find(({ state }) => state === "failed")
        const id = place?.id ?? makeId("verification-attempt")
        if (place === undefined)
          attempts.set(id, { id, owner, kind, network: from, said: text, at: now, state: "reserved" })
        return {
          id,
          failures: {
            amountFailures: amounts.length,
            amountFailuresInYear: since("amount", yearFrom).filter(isInYear).length,
            letterFailures: here.length,
            letterFailuresLately: here.filter((each) => DateTime.isGreaterThan(each.at, windowFrom.lately)).length,
            letterFailuresEverywhere: letters.length
          },
          isNew: {
            inWindow: same.length === 0,
            inYear: place === undefined && !inYear.some((each) => isSame(each) && (kind === "letter" || isInYear(each)))
          },
          limitReachedSince: amounts[limit - 1]?.at ?? null,
          lastLetterFailureAt: here[0]?.at ?? null
        }
      }),
    free: (id) =>
      Effect.sync(() => {
        const attempt = attempts.get(id)
        if (attempt?.state === "reserved") attempts.set(id, { ...attempt, state: "freed" })
      })
  })

/** Keeps decisions, and settles their attempts with them. */
export const memoryDecisionLog = ({ attempts, decisions, makeId }: MemoryHouse["Service"]) =>
  DecisionLog.of({
    find: (id) =>
      Effect.sync(() => {
        const decision = decisions.get(id)
        if (decision === undefined) return null
        const { at, log, question, result, ruleSet } = decision
        return { id, question, ruleSet, result, at, log }
      }),
    receipt: (id, askedBy) =>
      Effect.sync(() => {
        const decision = decisions.get(id)
        if (decision === undefined || decision.askedBy !== askedBy) return null
        const { at, question, result, ruleSet } = decision
        return { id, question, ruleSet, result, at }
      }),
    record: (decision) =>
      Effect.sync(() => {
        const id = makeId("decision")
        decisions.set(id, decision)
        const attempt = attempts.get(decision.attempt.id)
        if (attempt?.state === "reserved") {
          attempts.set(attempt.id, { ...attempt, state: decision.attempt.failed ? "failed" : "freed" })
        }
        return id
      })
  })
