import type { CallShape, CallWay } from "./CallShape.ts"

/** Checks a list of calls and keeps its type to the letter: handlers and client are typed by it. */
export const callsOf = <const C extends { readonly [W in keyof C]: W extends CallWay ? CallShape : never }>(
  calls: C
): C => calls
