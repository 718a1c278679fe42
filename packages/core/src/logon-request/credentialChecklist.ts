import { askInPage } from "../questions/pageQuestions.ts"
import type { Asked } from "../engine/ask.ts"
import { isSecret } from "../engine/explain.ts"
import type { Knowledge, Params } from "../engine/Rule.ts"
import { sealed } from "../engine/Rule.ts"
import type { LogonRequestOptions } from "./logonRequestViewSchema.ts"

/** One line of a list that a person ticks off while they type. */
export interface ChecklistLine {
  /** Wording id of the requirement: `checklist.password-length` for the rule that says `issue.password-length`. */
  readonly messageId: string
  readonly params: Params
  readonly met: boolean
}

/** The public refusals that can be told here and now, as lines. Nothing is met before something is typed. */
const linesOf = <F, P, A>(
  { evaluate, policy, question, rows }: Asked<F, P, A>,
  facts: Knowledge<F>,
  isTyped: boolean
): ReadonlyArray<ChecklistLine> => {
  const { findings } = evaluate(facts)
  return rows.flatMap(({ rule, tag }, row) => {
    const { outcome } = findings[row]!
    if (tag !== "Refused" || isSecret(rule, question) || outcome === "pending") return []
    return [
      {
        messageId: rule.message.replace("issue.", "checklist."),
        params: rule.params?.(policy) ?? {},
        met: isTyped && outcome !== "fail"
      }
    ]
  })
}

/** What a username must be, while it is typed. ☼ @rule R-17 */
export const usernameChecklist = (
  text: string,
  { policy }: Pick<LogonRequestOptions, "policy">
): ReadonlyArray<ChecklistLine> =>
  linesOf(askInPage(policy).username, { username: { text, ownNumber: sealed, taken: sealed } }, text !== "")

/** What a password must be, while it is typed; whether it is the same twice comes last. ☼ @rule R-18 @rule R-19 */
export const passwordChecklist = (
  typed: { readonly password: string; readonly confirmPassword: string; readonly username: string },
  { policy }: Pick<LogonRequestOptions, "policy">
): ReadonlyArray<ChecklistLine> =>
  linesOf(
    askInPage(policy).password,
    {
      password: { text: typed.password, confirm: typed.confirmPassword, username: typed.username, blocklisted: sealed }
    },
    typed.password !== ""
  )
