import type { StepId } from "@mtc-logon/core/journey"

/** What the page around a request is told: never a name, number, amount or e-mail address. */
export interface StepEvents {
  /** `number` of `total` places of the progress bar. */
  readonly step: (step: StepId, number: number, total: number) => void
  /** The request was submitted; the confirmation is still on the screen. */
  readonly complete: (confirmationNumber: string) => void
  /** OK was pressed on the confirmation. */
  readonly done: () => void
  readonly cancel: () => void
  /** The draft was cleared because nobody went on with it. */
  readonly timeout: () => void
  readonly error: (code: string) => void
}
