import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswerTexts, FieldIssue, LogonRequestView } from "@mtc-logon/core/logon-request"
import type { ComponentType } from "preact"

/** What stands in the fields of a step: field -> text, or whether it is checked. */
export type Typed = Readonly<Record<string, string | boolean>>

/** What a screen is given. It keeps nothing of its own but what is opened or shown. */
export interface ScreenProps {
  readonly view: LogonRequestView
  /** As the server has it, then as typed. */
  readonly typed: Typed
  /** Says that something was typed or chosen: from then on Next sends the step. */
  readonly type: (fields: Typed) => void
  /** What the field of this name is given besides its words. */
  readonly field: (name: string) => {
    readonly id: string
    readonly issue: FieldIssue | undefined
    readonly value: string
    readonly onValue: (value: string) => void
  }
  /** The server has an answer to this step. */
  readonly answered: boolean
  /** "Not you? Tell us." @rule D-34 */
  readonly notMe: () => Promise<boolean>
}

/** One screen of the request that asks something. */
export interface Screen<S extends AnsweredStepId> {
  /** What stands in the fields when the step is come to. */
  readonly start: (view: LogonRequestView) => Typed
  readonly Fields: ComponentType<ScreenProps>
  /** The answer as it is sent; what a person did not touch and the server has is left out. */
  readonly answer: (typed: Typed, view: LogonRequestView) => AnswerTexts[S]
  /** Whether the way on leads out of this form, with what is chosen now. */
  readonly leadsOut?: (typed: Typed) => boolean
  /** Whether a field is on the screen with what is chosen now; absent: all are. Nothing is said of one that is not. */
  readonly asks?: (field: string, typed: Typed) => boolean
}

/** The text of a field; "" where there is none. */
export const textOf = (typed: Typed, field: string): string => {
  const value = typed[field]
  return typeof value === "string" ? value : ""
}
