import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { stepsOnTheWay } from "../journey/stepsOnTheWay.ts"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import { parseAnswer } from "./answers/parseAnswer.ts"
import { changeAnswer, undoStep } from "./changeAnswer.ts"
import { changedSince } from "./changedSince.ts"
import { draftExpiresAt } from "./draftExpiresAt.ts"
import type { LogonRequestDraft, LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { answersToView, logonRequestToState, openStepOf } from "./logonRequestToView.ts"
import { movesOf } from "./movesOf.ts"
import { proveTaxpayer } from "./proveTaxpayer.ts"
import { requireDraft } from "./requireDraft.ts"
import { steps } from "./steps.ts"
import type { AnsweredStep } from "./steps.ts"
import type { AnswerTexts } from "./stepShapes.ts"

/** A step can be answered when it is the first that is not, or was answered before, on the way that was taken. */
const isOpen = (draft: LogonRequestDraft, step: AnsweredStepId): boolean => {
  const way = stepsOnTheWay(movesOf(answersToView(draft.answers)))
  return way.includes(step) && way.indexOf(step) <= way.indexOf(openStepOf(draft))
}

/**
 * Answers one step of a request.
 *
 * **Details**
 *
 * It reads, decides and stores, then returns the new state. An evidence step first takes back the previous proof, then decides on
 * record, then stores the new proof. The logon step hashes what it must not keep. It fails with everything that must be
 * corrected, with the one refusal for secret reasons, or because the step is not open. `network` is the origin of the answer, as
 * HTTP knows it. Wrong letters count by network (D-61).
 *
 * **Gotchas**
 *
 * A decision is stored only on the draft that it was made for (`changedSince`). If another answer came in between, the step is
 * not open.
 *
 * @rule D-09 @rule D-29
 */
export const answerStep = Effect.fn("answerStep")(function* <S extends AnsweredStepId>(
  key: LogonRequestKey,
  step: S,
  text: AnswerTexts[S],
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
  const { claim, keep }: AnsweredStep<S> = steps[step]
  const read =
    claim !== undefined && draft.proof !== null
      ? yield* requests.change(key, now, (locked) => {
          if (changedSince(draft, locked)) return Result.fail({ _tag: "StepNotOpen" })
          const { draft: next, events } = undoStep(locked, step)
          return Result.succeed({ next, events, answer: next })
        })
      : draft
  const proof = claim && (yield* proveTaxpayer(read, claim(parsed.value), network))
  const { kept, warnings } = yield* keep(parsed.value, { draft: read, rules, now })

  const times = { lastSeenAt: now, expiresAt: draftExpiresAt(draft.openedAt, now, rules.policy.retention) }
  const answered = yield* requests.change(key, now, (locked) => {
    if (changedSince(read, locked)) return Result.fail({ _tag: "StepNotOpen" })
    const { draft: next, events } = changeAnswer(locked, step, kept, times, proof)
    return Result.succeed({ next, events, answer: next })
  })
  const state = logonRequestToState(answered, rules.policy, now)
  return warnings.length === 0 ? state : { ...state, warnings }
})
