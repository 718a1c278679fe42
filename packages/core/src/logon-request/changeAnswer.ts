import { logonRequestJourney } from "../journey/logonRequestJourney.ts"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import { evidenceSteps } from "../verification/claimKinds.ts"
import type { Answers, KeptAnswers } from "./stepShapes.ts"
import type { LogonRequestDraft, Proof } from "./LogonRequest.ts"
import type { LogonRequestEvent } from "./LogonRequestEvent.ts"

/** The answers that were asked because of an answer, and fall with the proof when it changes: evidence always does. */
const askedBecauseOf = (step: AnsweredStepId): ReadonlyArray<AnsweredStepId> => [
  ...evidenceSteps,
  ...(step === "taxpayer-type" ? (["taxpayer-id", "verification-type"] as const) : [])
]

/** The draft after a step was answered, and what happened with it. */
export interface Answered {
  readonly draft: LogonRequestDraft
  readonly events: ReadonlyArray<LogonRequestEvent>
}

const without = (answers: Answers, fallen: ReadonlyArray<AnsweredStepId>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([step]) => !fallen.some((its) => its === step)))

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
  const answers = without(draft.answers, askedBecauseOf(step))
  return {
    draft: { ...draft, answers, proof: null },
    events: draft.proof === null ? [] : [{ _tag: "ProofErased" }]
  }
}

/** Another account type may take other evidence: which one is provided is asked anew. @rule R-04 */
const withoutEvidence = (answers: Answers): Answers => without(answers, ["verification-type"])

/** Sets the answer of a step: undoes what it undoes, then stands. */
export const changeAnswer = <S extends AnsweredStepId>(
  before: LogonRequestDraft,
  step: S,
  answer: KeptAnswers[S],
  times: Pick<LogonRequestDraft, "lastSeenAt" | "expiresAt">,
  proof?: Proof
): Answered => {
  const { draft, events } = undoStep(before, step)
  const isAnotherAccount = "accountType" in answer && answer.accountType !== before.answers["taxpayer-id"]?.accountType
  const kept = isAnotherAccount ? withoutEvidence(draft.answers) : draft.answers
  return {
    draft: {
      ...draft,
      answers: { ...kept, [step]: answer },
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
