/**
 * Writes what is found out about the rule sets that ship, for the server to tell: findings, proof, price.
 *
 *   node --conditions=source scripts/analysis.ts            writes packages/server/src/routes/rules-engine/analyses/*.json
 *   node --conditions=source scripts/analysis.ts --check    exits 1 when they are not what rules, proof and price say
 *
 * After `prove --pin` and `price -- --write`, whose files it takes.
 */
import { analysesOf } from "./analysesOf.ts"
import { written } from "./written.ts"

written(await analysesOf(), "analysis")
