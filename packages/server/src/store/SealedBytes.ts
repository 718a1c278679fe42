import type { Sealed, SealedParts } from "@mtc-logon/core/logon"

/** Something sealed as its column keeps it: which part of a logon it is, the row that it is bound to, its bytes. */
export interface SealedBytes {
  readonly part: keyof SealedParts
  readonly row: string
  readonly bytes: Uint8Array
}

/** What core is given of a sealed column, and gives back. */
export const toSealed = (bytes: SealedBytes): Sealed<never> => bytes as Sealed<never>

export const fromSealed = (sealed: unknown): SealedBytes => sealed as SealedBytes
