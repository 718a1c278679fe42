import type { VectorAnswer } from "../../packages/core/src/testing/Vector.ts"

/** What `POST /v1/decisions` says of a simulation with `detail: "full"`, so far as a vector has it. */
export interface Simulated {
  readonly decision: {
    readonly result: VectorAnswer["decision"]["_tag"]
    readonly rule?: string
    readonly grant?: unknown
  }
  readonly findings: ReadonlyArray<{ readonly rule: string; readonly outcome: VectorAnswer["findings"][number][1] }>
}

/**
 * A house's answer as a vector has it.
 *
 * **Gotchas**
 *
 * `decision.rule` names public rules only; a secret one is the first finding that failed.
 */
export const answerOf = ({ decision: { grant, result, rule }, findings }: Simulated): VectorAnswer => {
  const no = rule ?? findings.find(({ outcome }) => outcome === "fail")?.rule ?? "none"
  return {
    decision: {
      _tag: result,
      ...(result === "Accepted" ? { grant } : result === "NeedsFacts" ? {} : { rule: no })
    },
    findings: findings.map(({ outcome, rule }) => [rule, outcome])
  }
}
