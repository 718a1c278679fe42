import type { Issue } from "../engine/issuesOf.ts"
import { issueOf } from "./issueOf.ts"
import { ProfileError } from "./ProfileError.ts"

/** What the fields of a new password are called on the wire. */
const names = { password: "newPassword", confirmPassword: "confirmPassword" }

/** What is to be mended in a new password. */
export const newPasswordError = (issues: ReadonlyArray<Pick<Issue, "field" | "messageId" | "params">>) =>
  new ProfileError({ reason: { _tag: "ProfileIssues", issues: issues.map((issue) => issueOf(issue, names)) } })
