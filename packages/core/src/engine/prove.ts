/** The abstract input space: for each dimension, the classes of its values. */
export type Space<C> = { readonly [D in keyof C]: ReadonlyArray<C[D]> }

export interface Proof<C> {
  readonly cases: number
  /** Claims that do not hold, each with one case that breaks it. */
  readonly broken: ReadonlyArray<{ readonly claim: string; readonly example: Partial<C> }>
}

const namesOf = <C>(space: Space<C>) => Object.keys(space) as unknown as ReadonlyArray<keyof C>

/** Every case of the space, in one object that is changed in place. */
export function* casesOf<C extends object>(space: Space<C>): Generator<C> {
  const names = namesOf(space)
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

/** Walks the whole space. A counter-example keeps only what matters: what may be anything is left out. */
export const prove = <C extends object>(
  space: Space<C>,
  claims: Readonly<Record<string, (of: C) => boolean>>
): Proof<C> => {
  const open = new Map(Object.entries(claims))
  const broken: { claim: string; example: Partial<C> }[] = []
  let cases = 0
  for (const one of casesOf(space)) {
    cases += 1
    for (const [claim, holds] of open) {
      if (holds(one)) continue
      open.delete(claim)
      const matters = namesOf(space).filter((name) => space[name].some((value) => holds({ ...one, [name]: value })))
      const example = Object.fromEntries(matters.map((name) => [name, one[name]])) as unknown as Partial<C>
      broken.push({ claim, example })
    }
  }
  return { cases, broken }
}
