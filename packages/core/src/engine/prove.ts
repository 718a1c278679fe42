import { keysOf } from "./keysOf.ts"

/** The abstract input space: the classes of values for each dimension. */
export type Space<C> = { readonly [D in keyof C]: ReadonlyArray<C[D]> }

export interface Proof<C> {
  readonly cases: number
  /** Claims that are false, each with one case that breaks it. */
  readonly broken: ReadonlyArray<{ readonly claim: string; readonly example: Partial<C> }>
}

/** Yields every case of the space in one object that it changes in place. */
export function* casesOf<C extends object>(space: Space<C>): Generator<C> {
  const names = keysOf(space)
  const at = names.map(() => 0)
  const current = Object.fromEntries(names.map((name) => [name, space[name][0]])) as C
  for (;;) {
    yield current
    let d = 0
    for (; d < names.length; d++) {
      const name = names[d]!
      at[d] = (at[d]! + 1) % space[name].length
      current[name] = space[name][at[d]!]!
      if (at[d] !== 0) break
    }
    if (d === names.length) return
  }
}

/**
 * Checks the claims over the whole space. A counterexample keeps only what matters and leaves out values that can be anything.
 *
 * **Details**
 *
 * `view` is calculated once for each case, for all claims: for example, the decision.
 */
export const prove = <C extends object, V = undefined>(
  space: Space<C>,
  claims: Readonly<Record<string, (of: C, seen: V) => boolean>>,
  view?: (of: C) => V
): Proof<C> => {
  const see = view ?? (() => undefined as V)
  const open = new Map(Object.entries(claims))
  const broken: { claim: string; example: Partial<C> }[] = []
  let cases = 0
  for (const one of casesOf(space)) {
    cases += 1
    const seen = see(one)
    for (const [claim, holds] of open) {
      if (holds(one, seen)) continue
      open.delete(claim)
      const holdsFor = (other: C) => holds(other, see(other))
      const matters = keysOf(space).filter((name) => space[name].some((value) => holdsFor({ ...one, [name]: value })))
      const example: Partial<C> = {}
      for (const name of matters) example[name] = one[name]
      broken.push({ claim, example })
    }
  }
  return { cases, broken }
}
