/**
 * Prints the OpenAPI document of the house from the descriptions and schemas of its routes.
 *
 *   node --conditions=source scripts/openapi.ts            writes packages/server/openapi.json
 *   node --conditions=source scripts/openapi.ts --check    exits 1 when it is not what the routes say
 */
import { calls } from "../packages/core/src/contract/calls.ts"
import { documentOf } from "../packages/server/src/openapi/documentOf.ts"
import { written } from "./written.ts"

written({ "packages/server/openapi.json": `${JSON.stringify(documentOf(calls), null, 2)}\n` }, "openapi")
