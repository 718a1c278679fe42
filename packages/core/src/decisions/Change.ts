/** What a decision makes of a row that is locked: its next state, what happened, the answer. */
export interface Change<S, E, A> {
  readonly next: S
  readonly events: ReadonlyArray<E>
  readonly answer: A
}
