import type { AnsweredStepId, StepId } from "@mtc-logon/core/journey"
import type { FieldIssue, LogonRequestView, ReceiptView } from "@mtc-logon/core/logon-request"
import type { Problem } from "../api/Problem.ts"
import type { Typed } from "./Screen.ts"
import { stillGood } from "./stillGood.ts"
import type { TypedSteps } from "./stillGood.ts"

/** A step, or the page before the first. */
export type Place = StepId | "registration-options"

/** What is typed and shown. Where the request stands is the server's: `view`. */
export interface RequestState {
  /** `closed`: it could not be opened. `gone`: the draft was cleared. `left`: cancelled. `finished`: OK on the confirmation. */
  readonly phase: "opening" | "asking" | "closed" | "gone" | "left" | "finished"
  readonly view: LogonRequestView | undefined
  readonly at: Place
  /** Came by a Change link: Next leads back to the summary. */
  readonly returning: boolean
  /** Only what was touched, step by step. */
  readonly typed: TypedSteps
  /** What was typed in this window and taken by the server, but for what is secret. */
  readonly taken: TypedSteps
  readonly issues: ReadonlyArray<FieldIssue>
  /** Of an answer that was taken: what the person is advised to choose otherwise. */
  readonly warnings: ReadonlyArray<FieldIssue>
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly cancelling: boolean
  readonly receipt: ReceiptView | undefined
  /** Counts the step changes that the person caused: after each the step's heading takes the focus. */
  readonly moves: number
  /** Counts the answers that came back: after each what is to be mended takes the focus. */
  readonly refusals: number
}

export type RequestAction =
  | { readonly do: "open" }
  | {
      readonly do: "opened"
      readonly view: LogonRequestView
      readonly at: Place
      readonly receipt?: ReceiptView
      /** The person asked for it. */
      readonly moved?: boolean
    }
  | { readonly do: "closed"; readonly problem: Problem }
  | { readonly do: "type"; readonly step: AnsweredStepId; readonly fields: Typed }
  | { readonly do: "go"; readonly at: Place; readonly returning?: boolean }
  | { readonly do: "send" }
  | {
      readonly do: "answered"
      readonly step: AnsweredStepId
      readonly view: LogonRequestView
      readonly at: Place
      readonly warnings: ReadonlyArray<FieldIssue>
    }
  | {
      readonly do: "refused"
      readonly issues?: ReadonlyArray<FieldIssue>
      readonly problem?: Problem
      readonly at?: StepId
    }
  | { readonly do: "submitted"; readonly receipt: ReceiptView }
  | { readonly do: "ask-cancel"; readonly open: boolean }
  /** Clears what an end has left. */
  | { readonly do: "forget" }
  | { readonly do: "end"; readonly phase: "gone" | "left" | "finished" }

export const firstState = (at: Place): RequestState => ({
  phase: at === "registration-options" ? "asking" : "opening",
  view: undefined,
  at,
  returning: false,
  typed: {},
  taken: {},
  issues: [],
  warnings: [],
  problem: undefined,
  busy: false,
  cancelling: false,
  receipt: undefined,
  moves: 0,
  refusals: 0
})

/** What was taken, and over it what was typed since. */
const bothOf = (taken: Readonly<Record<string, Typed | undefined>>, typed: TypedSteps): TypedSteps => ({
  ...taken,
  ...Object.fromEntries(Object.entries(typed).map(([step, values]) => [step, { ...taken[step], ...values }]))
})

const settled = { issues: [], warnings: [], problem: undefined, busy: false } as const

/** What a thing that happened makes of the state. */
export const reduceRequest = (state: RequestState, action: RequestAction): RequestState => {
  switch (action.do) {
    case "open":
      return {
        ...firstState("taxpayer-type"),
        typed: state.phase === "gone" ? state.typed : {},
        moves: state.moves,
        refusals: state.refusals
      }
    case "opened": {
      const { view, at, receipt, moved } = action
      const moves = moved === true ? state.moves + 1 : state.moves
      return { ...state, ...settled, phase: "asking", view, at, receipt: receipt ?? state.receipt, moves }
    }
    case "closed":
      return { ...state, phase: "closed", problem: action.problem, busy: false }
    case "type":
      return { ...state, typed: { ...state.typed, [action.step]: { ...state.typed[action.step], ...action.fields } } }
    case "go":
      return {
        ...state,
        ...settled,
        at: action.at,
        returning: action.returning ?? (state.returning && action.at !== "summary"),
        moves: state.moves + 1
      }
    case "send":
      return { ...state, busy: true }
    case "answered": {
      const { [action.step]: sent, ...typed } = state.typed
      return {
        ...state,
        ...settled,
        view: action.view,
        typed,
        taken: sent === undefined ? state.taken : { ...state.taken, ...stillGood({ [action.step]: sent }) },
        at: action.at,
        returning: state.returning && action.at !== "summary",
        ...(action.warnings.length === 0
          ? { moves: state.moves + 1 }
          : { warnings: action.warnings, refusals: state.refusals + 1 })
      }
    }
    case "refused":
      return {
        ...state,
        busy: false,
        issues: action.issues ?? [],
        warnings: [],
        problem: action.problem,
        at: action.at ?? state.at,
        returning: action.at === undefined ? state.returning : true,
        refusals: state.refusals + 1
      }
    case "submitted":
      return {
        ...state,
        ...settled,
        typed: {},
        taken: {},
        at: "confirmation",
        receipt: action.receipt,
        moves: state.moves + 1
      }
    case "forget":
      return { ...state, typed: {}, moves: state.moves + 1 }
    case "ask-cancel":
      return { ...state, cancelling: action.open }
    case "end":
      return {
        ...firstState("taxpayer-type"),
        phase: action.phase,
        typed: action.phase === "gone" ? stillGood(bothOf(state.taken, state.typed)) : {},
        view: state.view,
        receipt: state.receipt,
        moves: state.moves + 1
      }
  }
}
