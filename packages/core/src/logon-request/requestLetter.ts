import { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import type { IdType } from "../taxpayer/IdType.ts"
import { parseTaxpayerIdentifier } from "../taxpayer/parseTaxpayerIdentifier.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import { fieldIssue } from "./answers/issuesIn.ts"
import type { LetterEvent } from "./LetterEvent.ts"
import { Letters } from "./Letters.ts"
import type { LetterFacts } from "./Letters.ts"
import { LogonRequestError } from "./LogonRequestError.ts"

const dayMs = 86_400_000

/** Decides whether to mail a letter that was requested for a number. Pure. @rule D-07 @rule D-62 */
export const decideLetter = (
  { counted, letterRowId, postDelivers }: LetterFacts,
  onFile: boolean,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): Change<"mail" | "nothing", LetterEvent, void> => {
  const nowMs = DateTime.toEpochMillis(now)
  const { requestWindowDays } = policy.verification.letters
  const mailed = counted.map(({ isUnused, mailedAt }) => ({ at: DateTime.toEpochMillis(mailedAt), isUnused }))
  const newest = (among: typeof mailed) => (among.length === 0 ? null : Math.max(...among.map(({ at }) => at)))
  const { decision } = ask.letterRequest.evaluate({
    letterRequest: {
      // A letter that cannot be posted has nowhere to go, whatever address is on file.
      onFile: onFile && postDelivers,
      unusedMailedAt: newest(mailed.filter(({ isUnused }) => isUnused)),
      newestMailedAt: newest(mailed),
      mailedInWindow: mailed.filter(({ at }) => at > nowMs - requestWindowDays * dayMs).length,
      now: nowMs
    }
  })
  const asked: LetterEvent = { _tag: "LetterAsked" }
  return decision._tag === "Accepted"
    ? { next: "mail", events: [asked, { _tag: "LetterMailed", letterRowId }], answer: undefined }
    : { next: "nothing", events: [asked], answer: undefined }
}

/**
 * Mails a letter with a letter ID to the address on file, if it can.
 *
 * **Details**
 *
 * It reads, looks up, locks, decides and stores. It fails with the issue of an invalid number, or with `RecordsUnavailable`.
 *
 * **Gotchas**
 *
 * The caller gets the same response, whatever the result.
 *
 * @rule D-07
 */
export const requestLetter = Effect.fn("requestLetter")(function* (idType: IdType, typed: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const parsed = parseTaxpayerIdentifier(Redacted.value(typed), idType)
  if ("issue" in parsed) {
    const reason = { _tag: "Issues", step: "letter", issues: [fieldIssue("id", parsed.issue)] } as const
    return yield* new LogonRequestError({ reason })
  }
  const taxpayer = { idType, digits: Redacted.make(parsed.value) }
  const contact = yield* (yield* TaxpayerRecords).contact(taxpayer)
  const onFile = contact !== null && contact.address.length > 0
  yield* (yield* Letters).request(taxpayer, now, (facts) => decideLetter(facts, onFile, rules, now))
})
