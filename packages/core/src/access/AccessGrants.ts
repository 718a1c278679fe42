import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"

/** Keeps who may do what on which taxpayer. */
export class AccessGrants extends Context.Service<
  AccessGrants,
  {
    /**
     * Whether a Master Administrator is reserved or effective for the taxpayer, whether anybody has a logon for it, and what a
     * contest of it would be decided on: its begin, and the mailing of the letter that was proved with.
     */
    readonly standing: (
      taxpayer: TaxpayerIdentifier,
      letterId: Redacted.Redacted | null
    ) => Effect.Effect<{
      readonly masterExists: boolean
      readonly logonExists: boolean
      readonly contest: { readonly openSince: DateTime.Utc | null; readonly letterMailedAt: DateTime.Utc | null }
    }>
  }
>()("core/access/AccessGrants") {}
