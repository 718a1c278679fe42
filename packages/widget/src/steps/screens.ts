import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { letterIdScreen } from "./letter-id/letterIdScreen.tsx"
import { lineItemScreen } from "./line-item/lineItemScreen.tsx"
import { logonScreen } from "./logon/logonScreen.tsx"
import { profileAccessScreen } from "./profile-access/profileAccessScreen.tsx"
import { profileScreen } from "./profile/profileScreen.tsx"
import type { Screen } from "./Screen.ts"
import { taxAmountScreen } from "./tax-amount/taxAmountScreen.tsx"
import { taxpayerIdScreen } from "./taxpayer-id/taxpayerIdScreen.tsx"
import { taxpayerTypeScreen } from "./taxpayer-type/taxpayerTypeScreen.tsx"
import { termsScreen } from "./terms/termsScreen.tsx"
import { verificationTypeScreen } from "./verification-type/verificationTypeScreen.tsx"

/** The screen of each step that asks something: a step without one does not compile. */
export const screens: { readonly [S in AnsweredStepId]: Screen<S> } = {
  "taxpayer-type": taxpayerTypeScreen,
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
