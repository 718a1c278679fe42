import type { Context } from "hono"

/** Why a page may not show the form. */
export interface EmbedRefusal {
  readonly code: "origin_not_allowed" | "partner_unknown"
  readonly partnerId: string
  /** Origin of the page around the frame. */
  readonly origin: string
}

/** What a development server adds to its pages. Production has none. @adr 0023 */
export interface PageTools {
  /** Address of the script that every page loads beside its own. */
  readonly script: string
  /** The page that stands in the frame's place and gives the developer the reason and the fix. */
  readonly explain: (c: Context, refusal: EmbedRefusal) => Response | Promise<Response>
}
