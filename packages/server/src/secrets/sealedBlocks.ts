import { Redacted } from "effect"
import type { Sealing, SealedPlace } from "./Sealing.ts"

/**
 * Seals texts so that their length tells nothing but how many blocks they fill: a sealed text is as long as what it says.
 *
 * **Details**
 *
 * `size` in characters. The text is filled with blanks, and opened without them: it must not end in one of its own.
 */
export const sealedBlocks = (size: number) => ({
  seal: (sealing: Sealing["Service"], place: SealedPlace, text: Redacted.Redacted): Uint8Array => {
    const bare = Redacted.value(text)
    return sealing.seal(place, bare.padEnd(Math.ceil(bare.length / size) * size))
  },
  open: (sealing: Sealing["Service"], place: SealedPlace, bytes: Uint8Array): Redacted.Redacted =>
    Redacted.make(Redacted.value(sealing.open(place, bytes)).trimEnd())
})
