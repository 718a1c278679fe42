import { keysOf } from "../engine/keysOf.ts"

/** What a changed answer can undo: the proof, the role forecast based on it, or the letter held for it. */
export type Undone = "proof" | "role" | "letter"

/** The next steps of a step, and what is deleted when its answer changes. */
export interface Step {
  /** Move -> step. A step with only one next step calls it `next`; `cancel` leaves the request and creates nothing. */
  readonly on: { readonly [move: string]: string }
  /** @rule D-29 */
  readonly undoes: ReadonlyArray<Undone>
}

/**
 * The steps of a Request to Create an Online Account, in the order of the seed's progress bar (its lines 153, 187-197,
 * 273-283 and 312-322 together).
 *
 * **Details**
 *
 * Titles are wording (`step.<id>.title`). Three evidence steps share one place of the bar; the answer to
 * "verification-type" selects one of them. "Previous" is not a move: it is the previous step on the person's own path
 * (`stepBefore`), so it can lead nowhere else.
 */
export const logonRequestJourney = {
  "taxpayer-type": { on: { next: "taxpayer-id", cancel: "exit" }, undoes: ["proof", "role", "letter"] },
  "taxpayer-id": { on: { next: "verification-type", cancel: "exit" }, undoes: ["proof", "role", "letter"] },
  "verification-type": {
    on: { amount: "tax-amount", letterId: "letter-id", lineItem: "line-item", cancel: "exit" },
    undoes: ["proof", "role", "letter"]
  },
  "tax-amount": { on: { next: "profile", cancel: "exit" }, undoes: ["proof", "role", "letter"] },
  "letter-id": { on: { next: "profile", cancel: "exit" }, undoes: ["proof", "role", "letter"] },
  "line-item": { on: { next: "profile", cancel: "exit" }, undoes: ["proof", "role", "letter"] },
  profile: { on: { next: "logon", cancel: "exit" }, undoes: [] },
  logon: { on: { next: "profile-access", cancel: "exit" }, undoes: [] },
  "profile-access": { on: { next: "terms", cancel: "exit" }, undoes: [] },
  terms: { on: { next: "summary", cancel: "exit" }, undoes: [] },
  summary: { on: { submit: "confirmation", cancel: "exit" }, undoes: [] },
  confirmation: { on: { ok: "exit" }, undoes: [] }
} as const satisfies Readonly<Record<string, Step>>

export type StepId = keyof typeof logonRequestJourney

/** Every step, in the order of the progress bar. */
export const stepIds: ReadonlyArray<StepId> = keysOf(logonRequestJourney)

/** A step with questions: all except the last two, which only show something. */
export type AnsweredStepId = Exclude<StepId, "summary" | "confirmation">
