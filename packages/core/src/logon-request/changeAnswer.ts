import { logonRequestJourney } from "../journey/logonRequestJourney.ts"
import type { AnsweredStepId, StepId } from "../journey/logonRequestJourney.ts"
import type { Answers } from "./Answers.ts"
import type { LogonRequestDraft, Proof } from "./LogonRequest.ts"
import type { LogonRequestEvent } from "./LogonRequestEvent.ts"

/** The answers that were asked because of an answer, and fall when it changes. */
const askedBecauseOf: { readonly [S in StepId]?: ReadonlyArray<AnsweredStepId> } = {
  "taxpayer-type": ["taxpayer-id", "verification-type", "tax-amount", "letter-id", "line-item"],
  "taxpayer-id": ["tax-amount", "letter-id", "line-item"],
  "verification-type": ["tax-amount", "letter-id", "line-item"],
  "tax-amount": ["letter-id", "line-item"],
  "letter-id": ["tax-amount", "line-item"],
  "line-item": ["tax-amount", "letter-id"]
}

/** The draft after a step was answered, and what happened with it. */
export interface Answered {
  readonly draft: LogonRequestDraft
  readonly events: ReadonlyArray<LogonRequestEvent>
}

/**
 * Takes back what the answer to a step proved, before the step is decided anew.
 *
 * **Details**
 *
 * Proof, role forecast and letter go together: they stand in `proof`. A step that undoes nothing takes nothing back.
 *
 * @rule D-29
 */
export const undoStep = (draft: LogonRequestDraft, step: AnsweredStepId): Answered => {
  if (logonRequestJourney[step].undoes.length === 0) return { draft, events: [] }
  const fallen = askedBecauseOf[step] ?? []
  const answers = Object.fromEntries(
    Object.entries(draft.answers).filter(([answered]) => !fallen.includes(answered as AnsweredStepId))
  ) as Answers
  return {
    draft: { ...draft, answers, proof: null },
    events: draft.proof === null ? [] : [{ _tag: "ProofErased" }]
  }
}

/** Sets the answer of a step: undoes what it undoes, then stands. */
export const changeAnswer = <S extends AnsweredStepId>(
  before: LogonRequestDraft,
  step: S,
  answer: NonNullable<Answers[S]>,
  times: Pick<LogonRequestDraft, "lastSeenAt" | "expiresAt">,
  proof?: Proof
): Answered => {
  const { draft, events } = undoStep(before, step)
  return {
    draft: {
      ...draft,
      answers: { ...draft.answers, [step]: answer },
      proof: proof ?? draft.proof,
      ...times
    },
    events: [
      ...events,
      { _tag: "AnswerGiven", step },
      ...(proof === undefined
        ? []
        : [{ _tag: "ProofGiven", decisionId: proof.decisionId, evidence: proof.evidence } as const])
    ]
  }
}
