import type { Issue } from "../../engine/issuesOf.ts"
import type { Parsed } from "../../engine/Parsed.ts"
import type { FieldIssue } from "../../logon/FieldIssue.ts"
import { toFieldIssue } from "../toFieldIssue.ts"

/** What one field gave, by name. */
export type Fields = Readonly<Record<string, Parsed<unknown, string>>>

/** The issue at a field that could not be read. */
export const fieldIssue = (path: string, messageId: string): FieldIssue =>
  toFieldIssue({ field: path, messageId, rule: "", params: {} })

/**
 * All that is to be mended in one answer: what could not be read, then the public rules that say no, at the step's own
 * fields only, one issue a field.
 */
export const issuesIn = (fields: Fields, rules: ReadonlyArray<Issue>): ReadonlyArray<FieldIssue> => {
  const issues = [
    ...Object.entries(fields).flatMap(([path, read]) => ("issue" in read ? [fieldIssue(path, read.issue)] : [])),
    ...rules.filter(({ field }) => field in fields).map(toFieldIssue)
  ]
  return issues.filter(({ path }, at) => issues.findIndex((other) => other.path === path) === at)
}
