import { canonical } from "../engine/RuleSet.ts"
import type { AskedVector } from "./decideVector.ts"
import type { Vector, VectorAnswer, VectorFile } from "./Vector.ts"

/** How a run of the vectors went. */
export interface VectorRun {
  readonly count: number
  /** Vectors that were answered otherwise than they say, with what was answered. */
  readonly wrong: ReadonlyArray<{ readonly vector: Vector; readonly answered: VectorAnswer }>
  /** SHA-256, hex, over all answers: the same wherever the same is answered. */
  readonly hash: string
}

/**
 * Runs every vector against an implementation: the rules here, a page, or a server over HTTP. Page-safe.
 *
 * **Details**
 *
 * It runs them one after the other, so that `decideVector` can wait for a server's limits.
 */
export const runVectors = async (
  { ruleSets, vectors }: VectorFile,
  decideVector: (vector: AskedVector) => VectorAnswer | Promise<VectorAnswer>
): Promise<VectorRun> => {
  const wrong: { vector: Vector; answered: VectorAnswer }[] = []
  const lines: string[] = []
  for (const vector of vectors) {
    const { facts, question, ruleSet } = vector
    const answered = await decideVector({ facts, question, ruleSet, policy: ruleSets[ruleSet]!.policy })
    const said = canonical(answered)
    if (said !== canonical(vector.expected)) wrong.push({ vector, answered })
    lines.push(said)
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("\n")))
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
  return { count: vectors.length, wrong, hash }
}
