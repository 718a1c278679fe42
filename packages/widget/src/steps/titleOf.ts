import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { MessageId } from "@mtc-logon/core/wording/rules"
import { say } from "../wording/say.ts"
import type { RequestState } from "./RequestState.ts"

const intros: { readonly [S in AnsweredStepId]?: MessageId } = {
  "taxpayer-id": "intro.taxpayer-id",
  profile: "intro.profile",
  logon: "intro.logon"
}

/** The sentence under the heading of a step, where it has one. */
export const introOf = (step: AnsweredStepId): MessageId | undefined => intros[step]

/** The title of the document: what is wrong first, then the step, then the form. */
export const titleOf = ({ phase, at, issues, problem }: RequestState): string => {
  const form = say("request.document-title")
  const place =
    phase === "gone" || phase === "left" || phase === "closed" || phase === "finished"
      ? say(`end.${phase}.title`)
      : at === "registration-options"
        ? say("registration-options.title")
        : say(`heading.${at}`)
  const wrong = phase === "asking" && (issues.length > 0 || problem !== undefined)
  return say(wrong ? "request.title-error" : "request.title-step", { place, form })
}
