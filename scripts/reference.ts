/**
 * Writes docs/rules/reference.md from the rules, the rule sets and the vectors.
 *
 *   node --conditions=source scripts/reference.ts            writes it
 *   node --conditions=source scripts/reference.ts --check    exits 1 when it is not what they say
 */
import { referenceOf } from "./referenceOf.ts"
import { written } from "./written.ts"

written({ "docs/rules/reference.md": referenceOf() }, "reference")
