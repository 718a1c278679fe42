/** The result of deciding about a locked row: its next state, what happened, and the result for the caller. */
export interface Change<S, E, A> {
  readonly next: S
  readonly events: ReadonlyArray<E>
  readonly answer: A
}
