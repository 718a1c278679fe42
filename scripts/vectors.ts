/**
 * Writes packages/core/vectors.json: questions with facts and what must be answered, for any language.
 *
 *   node --conditions=source scripts/vectors.ts            writes it
 *   node --conditions=source scripts/vectors.ts --check    exits 1 when the rules answer otherwise
 */
import { makeVectors } from "../tests/parity/makeVectors.ts"
import { written } from "./written.ts"

const { ruleSets, vectors } = await makeVectors()
const lines = vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(",\n")
const text = `{\n  "ruleSets": ${JSON.stringify(ruleSets)},\n  "vectors": [\n${lines}\n  ]\n}\n`

written({ "packages/core/vectors.json": text }, "vectors")
