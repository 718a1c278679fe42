/** One invariant, proved over so many cases, or broken by one. */
export interface ProofLine {
  /** `I1`; `D-30` where a decision says more than the invariants. */
  readonly id: string
  readonly claim: string
  readonly cases: number
  /** A case that breaks it, as lines to read. */
  readonly counterExample?: ReadonlyArray<string>
}

/** Lines of one invariant that were proved in parts, put together. */
export const joined = (lines: ReadonlyArray<ProofLine>): ReadonlyArray<ProofLine> => {
  const all = new Map<string, ProofLine>()
  for (const line of lines) {
    const before = all.get(`${line.id} ${line.claim}`)
    all.set(`${line.id} ${line.claim}`, {
      ...line,
      cases: line.cases + (before?.cases ?? 0),
      ...((before?.counterExample ?? line.counterExample) && {
        counterExample: before?.counterExample ?? line.counterExample!
      })
    })
  }
  return [...all.values()]
}
