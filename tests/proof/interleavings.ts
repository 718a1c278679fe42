/** One thing that an actor does, in one transaction: what the state becomes, and what is wrong with that, if anything is. */
export type Act<S> = (state: S) => { readonly next: S; readonly wrong?: string }

/** What an actor does, in this order, at moments that nobody knows. */
export interface Actor<S> {
  readonly name: string
  readonly acts: ReadonlyArray<readonly [said: string, act: Act<S>]>
}

/** Every order in which the acts of all actors can happen; states that are met again are not walked again. */
export const interleavings = <S>(
  start: S,
  actors: ReadonlyArray<Actor<S>>,
  /** What of a state decides its future: two that are alike in it go on alike. */
  essenceOf: (state: S) => unknown = (state) => state
): { readonly states: number; readonly wrong?: ReadonlyArray<string> } => {
  interface Node {
    readonly state: S
    readonly at: ReadonlyArray<number>
    readonly way: ReadonlyArray<string>
  }
  const seen = new Set<string>()
  const open: Node[] = [{ state: start, at: actors.map(() => 0), way: [] }]
  let states = 0
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const key = JSON.stringify([essenceOf(node.state), node.at])
    if (seen.has(key)) continue
    seen.add(key)
    for (const [i, { acts, name }] of actors.entries()) {
      const step = acts[node.at[i]!]
      if (step === undefined) continue
      const [said, act] = step
      const { next, wrong } = act(node.state)
      const way = [...node.way, `${name} ${said}`]
      states += 1
      if (wrong !== undefined) return { states, wrong: [...way, `=> ${wrong}`] }
      open.push({ state: next, at: node.at.map((at, j) => (i === j ? at + 1 : at)), way })
    }
  }
  return { states }
}
