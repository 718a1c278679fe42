import { vectorDecider } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorRun } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { askInPage } from "../../packages/core/src/questions/pageQuestions.ts"

/** What a page runs with the questions that a page may ask, and no other. */
export const answerVectors = (file: VectorFile): Promise<VectorRun> => runVectors(file, vectorDecider(askInPage))
