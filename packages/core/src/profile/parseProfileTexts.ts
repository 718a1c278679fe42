import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import { parsePersonName } from "../contact/parsePersonName.ts"
import { parsePhoneNumber } from "../contact/parsePhoneNumber.ts"
import { askInPage } from "../questions/pageQuestions.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import type { FieldIssue } from "../logon/FieldIssue.ts"
import { issueOf } from "./issueOf.ts"
import type { Profile } from "./keptLogonOf.ts"
import type { ProfileTexts } from "./ProfileView.ts"

/** A profile as it would be, and the new address that is still to be shown to be theirs. */
export interface ParsedProfile {
  readonly profile: Profile
  readonly email: string | null
}

/**
 * Reads what is to be changed of a profile with the parsers and rules of the request's profile step.
 *
 * **Gotchas**
 *
 * A new address is not in the profile: it counts once its link is used. ☼
 *
 * @rule R-16
 */
export const parseProfileTexts = (
  typed: ProfileTexts,
  before: Profile,
  policy: PolicyInForce
): { readonly value: ParsedProfile } | { readonly issues: ReadonlyArray<FieldIssue> } => {
  const kept = { value: undefined }
  const country = typed.phoneCountry ?? before.phoneCountry
  const name = typed.name === undefined ? kept : parsePersonName(typed.name)
  const phone = typed.phoneNumber === undefined ? kept : parsePhoneNumber(typed.phoneNumber, country)
  const email = typed.email === undefined ? kept : parseEmailAddress(typed.email)
  const confirmEmail = typed.email === undefined ? kept : parseEmailAddress(typed.confirmEmail ?? "")
  const read = { name, phoneNumber: phone, email, confirmEmail }
  const unread = Object.entries(read).flatMap(([field, each]) =>
    "issue" in each ? [issueOf({ field, messageId: each.issue, params: {} })] : []
  )
  const next: Profile = {
    ...before,
    name: "value" in name ? (name.value ?? before.name) : before.name,
    phoneCountry: country,
    phoneType: policy.logon.profile.phoneTypes.find((type) => type === typed.phoneType) ?? before.phoneType,
    phoneNumber: "value" in phone ? (phone.value ?? before.phoneNumber) : before.phoneNumber,
    locale: typed.locale ?? before.locale
  }
  const wanted = "value" in email ? email.value : undefined
  const again = "value" in confirmEmail ? confirmEmail.value : undefined
  const { email: _, locale: __, ...asked } = next
  const ruled = issuesOf(askInPage(policy).profile, {
    profile: {
      ...asked,
      phoneType: typed.phoneType ?? before.phoneType,
      ...(wanted !== undefined && again !== undefined && { email: wanted, confirmEmail: again })
    }
  }).map((issue) => issueOf(issue))
  const all = [...unread, ...ruled.filter(({ path }) => path !== "pin")]
  const issues = all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
  return issues.length > 0
    ? { issues }
    : { value: { profile: next, email: wanted === undefined || wanted === before.email ? null : wanted } }
}
