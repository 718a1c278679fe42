import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { letterIdScreen } from "./letter-id/letterIdScreen.tsx"
import { lineItemScreen } from "./line-item/lineItemScreen.tsx"
import { logonScreen } from "./logon/logonScreen.tsx"
import { profileAccessScreen } from "./profile-access/profileAccessScreen.tsx"
import { profileScreen } from "./profile/profileScreen.tsx"
import type { Screen } from "./Screen.ts"
import { taxAmountScreen } from "./tax-amount/taxAmountScreen.tsx"
import { taxpayerIdScreen } from "./taxpayer-id/taxpayerIdScreen.tsx"
import { termsScreen } from "./terms/termsScreen.tsx"
import { verificationTypeScreen } from "./verification-type/verificationTypeScreen.tsx"

export { issuesOfAnswer } from "@mtc-logon/core/logon-request/rules"
export { Confirmation } from "./confirmation/Confirmation.tsx"
export { Summary } from "./summary/Summary.tsx"
export { laterCatalog } from "../wording/laterCatalog.ts"

/** The screens after the first: a step without one does not compile. What this file has is loaded while the first is read. */
export const laterScreens: { readonly [S in Exclude<AnsweredStepId, "taxpayer-type">]: Screen<S> } = {
  "taxpayer-id": taxpayerIdScreen,
  "verification-type": verificationTypeScreen,
  "tax-amount": taxAmountScreen,
  "letter-id": letterIdScreen,
  "line-item": lineItemScreen,
  profile: profileScreen,
  logon: logonScreen,
  "profile-access": profileAccessScreen,
  terms: termsScreen
}
