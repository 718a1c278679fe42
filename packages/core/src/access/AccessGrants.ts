import { Context } from "effect"
import type { Effect } from "effect"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"

/** Keeps who may do what on which taxpayer. */
export class AccessGrants extends Context.Service<
  AccessGrants,
  {
    /** Whether a Master Administrator is reserved or effective for the taxpayer, and whether anybody has a logon for it. */
    readonly standing: (
      taxpayer: TaxpayerIdentifier
    ) => Effect.Effect<{ readonly masterExists: boolean; readonly logonExists: boolean }>
  }
>()("core/access/AccessGrants") {}
