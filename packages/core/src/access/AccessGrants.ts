import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { TaxpayerAccess } from "./TaxpayerAccess.ts"

/** Keeps who may do what on which taxpayer. */
export class AccessGrants extends Context.Service<
  AccessGrants,
  {
    /** Who has access to the taxpayer, whether anybody has a logon for it, and when the letter was mailed that was proved with. */
    readonly standing: (
      taxpayer: TaxpayerIdentifier,
      letterId: Redacted.Redacted | null
    ) => Effect.Effect<{
      readonly access: TaxpayerAccess
      readonly logonExists: boolean
      readonly letterMailedAt: DateTime.Utc | null
    }>
  }
>()("core/access/AccessGrants") {}
