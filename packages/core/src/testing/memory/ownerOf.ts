import { Redacted } from "effect"
import { taxpayerKey } from "../../taxpayer/taxpayerKey.ts"
import type { TaxpayerIdentifier } from "../../taxpayer/TaxpayerIdentifier.ts"

/** What everything of a taxpayer is kept under. */
export const ownerOf = ({ digits, idType }: TaxpayerIdentifier): string => taxpayerKey(idType, Redacted.value(digits))
