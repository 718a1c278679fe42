/** Findings about a table of steps. */
export interface StepAnalysis {
  /** Steps that no path leads to. */
  readonly unreachable: ReadonlyArray<string>
  /** Steps that no path leads out of. */
  readonly endless: ReadonlyArray<string>
  /** `step move`: a move to a step that does not exist. */
  readonly dangling: ReadonlyArray<string>
}

type Steps = Readonly<Record<string, { readonly on: { readonly [move: string]: string } }>>

/** Returns everything that these moves can reach from a place, including the place itself. */
const reachedFrom = (start: string, next: (at: string) => ReadonlyArray<string>): ReadonlySet<string> => {
  const reached = new Set([start])
  for (const at of reached) for (const to of next(at)) reached.add(to)
  return reached
}

/** Checks a table of steps from the first step to the exit, which is not a row of the table. */
export const analyseSteps = (steps: Steps, first: string, exit: string): StepAnalysis => {
  const names = Object.keys(steps)
  const on = (at: string) => Object.entries(steps[at]?.on ?? {})
  const forward = reachedFrom(first, (at) => on(at).map(([, to]) => to))
  const backward = reachedFrom(exit, (to) => names.filter((at) => on(at).some(([, its]) => its === to)))
  return {
    unreachable: names.filter((name) => !forward.has(name)),
    endless: names.filter((name) => !backward.has(name)),
    dangling: names.flatMap((name) =>
      on(name)
        .filter(([, to]) => to !== exit && !names.includes(to))
        .map(([move]) => `${name} ${move}`)
    )
  }
}
