import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { Typed } from "./Screen.ts"

/** What was typed, step by step. */
export type TypedSteps = { readonly [S in AnsweredStepId]?: Typed }

/** No number, amount, letter ID, PIN, password or answer is among these, and no agreement. */
const fields: ReadonlySet<string> = new Set([
  "taxpayerType",
  "idType",
  "accountType",
  "verificationType",
  "amountKind",
  "name",
  "phoneCountry",
  "phoneType",
  "phoneNumber",
  "email",
  "confirmEmail",
  "username",
  "secretQuestion",
  "taxProfessional"
])

/**
 * What may stay in the window when a request ends by itself, so that nobody types it twice: what is no secret.
 *
 * **Gotchas**
 *
 * It lives in memory alone, and a name, phone or address is seen again only past the identity check, as it was the first time.
 */
export const stillGood = (typed: TypedSteps): TypedSteps =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([step, values]) => {
      const good = Object.entries(values).filter(([field, value]) => fields.has(field) && value !== "")
      return good.length === 0 ? [] : [[step, Object.fromEntries(good)]]
    })
  )
