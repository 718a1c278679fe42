import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { stepsOnTheWay } from "../journey/stepsOnTheWay.ts"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import type { EvidenceStepId } from "../verification/claimKinds.ts"
import type { Answers } from "./Answers.ts"
import { parseAnswer } from "./answers/parseAnswer.ts"
import type { ParsedAnswers } from "./answers/ParsedAnswers.ts"
import { changeAnswer, undoStep } from "./changeAnswer.ts"
import { changedSince } from "./changedSince.ts"
import { chooseCredentials } from "./chooseCredentials.ts"
import { chooseProfile } from "./chooseProfile.ts"
import { draftExpiresAt } from "./draftExpiresAt.ts"
import { HouseSettings } from "./HouseSettings.ts"
import type { LogonRequestDraft, LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { answersToView, logonRequestToView, openStepOf } from "./logonRequestToView.ts"
import type { AnswerText } from "./LogonRequestView.ts"
import { movesOf } from "./movesOf.ts"
import { proveTaxpayer } from "./proveTaxpayer.ts"
import { requireDraft } from "./requireDraft.ts"

const evidenceSteps: ReadonlyArray<AnsweredStepId> = [
  "tax-amount",
  "letter-id",
  "line-item"
] satisfies ReadonlyArray<EvidenceStepId>

/** A step can be answered when it is the first that is not, or was answered before, on the way that was taken. */
const isOpen = (draft: LogonRequestDraft, step: AnsweredStepId): boolean => {
  const way = stepsOnTheWay(movesOf(answersToView(draft.answers)))
  return way.includes(step) && way.indexOf(step) <= way.indexOf(openStepOf(draft))
}

/** What of an answer is kept in the draft. An amount and a letter ID are not: they are in the decision log, sealed. */
const kept: {
  readonly [S in Exclude<AnsweredStepId, "logon" | "profile">]: (
    parsed: ParsedAnswers[S],
    draft: LogonRequestDraft,
    now: DateTime.Utc
  ) => NonNullable<Answers[S]>
} = {
  "taxpayer-type": ({ taxpayerType }) => ({ taxpayerType }),
  "taxpayer-id": ({ accountType, id, idType }, { answers }) => ({
    idType,
    id: id === null ? answers["taxpayer-id"]!.id : Redacted.make(id),
    accountType
  }),
  "verification-type": ({ verificationType }) => ({ verificationType }),
  "tax-amount": ({ amountKind }) => ({ amountKind }),
  "letter-id": () => ({}),
  "line-item": () => ({}),
  "profile-access": ({ taxProfessional }) => ({ taxProfessional }),
  terms: ({ termsVersion }, _, now) => ({ termsVersion, acceptedAt: now })
}

/**
 * Answers one step of a request.
 *
 * **Details**
 *
 * Read, decide, store, answer with the state that follows. An evidence step first takes back what was proved before, then
 * decides on record, then stores the proof; the logon step hashes what it must not keep. Fails with all that is to be
 * mended, with the one refusal for secret reasons, or because the step is not open. `network` is where the answer comes from, as
 * HTTP knows it: wrong letters are counted by it (D-61).
 *
 * **Gotchas**
 *
 * What was decided is stored only on the draft that it was decided on (`changedSince`): an answer that came in between makes
 * the step not open.
 *
 * @rule D-09 @rule D-29
 */
export const answerStep = Effect.fn("answerStep")(function* <S extends AnsweredStepId>(
  key: LogonRequestKey,
  step: S,
  text: AnswerText<S>,
  network: string
) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const draft = yield* requests.find(key, now).pipe(Effect.flatMap(requireDraft))
  const rules = yield* (yield* RuleSets).inForce(now, draft.ruleSet)
  if (!isOpen(draft, step)) return yield* new LogonRequestError({ reason: { _tag: "StepNotOpen" } })

  const known = { answers: answersToView(draft.answers), policy: rules.policy, ask: rules.ask }
  const parsed = parseAnswer(step, text, known)
  if ("issues" in parsed) {
    return yield* new LogonRequestError({ reason: { _tag: "Issues", step, issues: parsed.issues } })
  }
  const { value }: { readonly value: ParsedAnswers[AnsweredStepId] } = parsed

  const isEvidence = evidenceSteps.includes(step)
  const read =
    isEvidence && draft.proof !== null
      ? yield* requests.change(key, now, (locked) => {
          if (changedSince(draft, locked)) return Result.fail({ _tag: "StepNotOpen" })
          const { draft: next, events } = undoStep(locked, step)
          return Result.succeed({ next, events, answer: next })
        })
      : draft
  const proof = isEvidence ? yield* proveTaxpayer(read, value as ParsedAnswers[EvidenceStepId], network) : undefined
  const chosen =
    step === "logon"
      ? yield* chooseCredentials(read, value as ParsedAnswers["logon"], rules)
      : step === "profile"
        ? yield* chooseProfile(read, value as ParsedAnswers["profile"], rules)
        : { kept: kept[step as Exclude<AnsweredStepId, "logon" | "profile">](value as never, read, now), warnings: [] }

  const times = { lastSeenAt: now, expiresAt: draftExpiresAt(draft.openedAt, now, rules.policy.retention) }
  const answered = yield* requests.change(key, now, (locked) => {
    if (changedSince(read, locked)) return Result.fail({ _tag: "StepNotOpen" })
    const { draft: next, events } = changeAnswer(locked, step, chosen.kept as NonNullable<Answers[S]>, times, proof)
    return Result.succeed({ next, events, answer: next })
  })
  const view = logonRequestToView(answered, rules.policy, yield* HouseSettings, now)
  return chosen.warnings.length === 0 ? view : { ...view, warnings: chosen.warnings }
})
