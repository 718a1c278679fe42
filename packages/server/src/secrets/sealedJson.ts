import { Redacted } from "effect"
import * as Schema from "effect/Schema"
import type { Sealing, SealedPlace } from "./Sealing.ts"

/** Seals values of one schema as JSON. */
export const sealedJson = <S extends Schema.Codec<unknown, unknown>>(schema: S) => {
  const encode = Schema.encodeSync(schema)
  const decode = Schema.decodeUnknownSync(schema)
  return {
    seal: (sealing: Sealing["Service"], place: SealedPlace, value: S["Type"]): Uint8Array =>
      sealing.seal(place, JSON.stringify(encode(value))),
    open: (sealing: Sealing["Service"], place: SealedPlace, bytes: Uint8Array): S["Type"] =>
      decode(JSON.parse(Redacted.value(sealing.open(place, bytes))))
  }
}
