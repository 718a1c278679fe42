import * as Schema from "effect/Schema"
import { readJson } from "../http/readJson.ts"

/** `{}`: an empty `Struct` would take any value that is something. */
export const readNothing = readJson(Schema.Record(Schema.String, Schema.Never))
