import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorRun } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorFile } from "../../packages/core/src/testing/Vector.ts"

/** What a page runs: every vector is answered by the rules that are bundled with this file. */
export const answerVectors = (file: VectorFile): Promise<VectorRun> => runVectors(file, decideVector)
