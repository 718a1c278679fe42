import { issuesOf } from "../../engine/issuesOf.ts"
import { sealed } from "../../engine/Rule.ts"
import { parsePassword } from "../../logon/parsePassword.ts"
import { parseSecretAnswer } from "../../logon/parseSecretAnswer.ts"
import { parseUsername } from "../../logon/parseUsername.ts"
import { issuesIn } from "./issuesIn.ts"
import { parseChoice } from "./parseChoice.ts"
import type { ReadAnswer } from "./ReadAnswer.ts"

const typedOr = (text: string, issue: string) => (text === "" ? { issue } : { value: text })

/**
 * Reads username, password and secret question.
 *
 * **Details**
 *
 * The password is taken as it was typed. Whether the username is taken, is made of the person's own number, or the password
 * is a common one, is sealed here: the server asks those rules when it knows.
 *
 * @rule R-17 @rule R-18 @rule R-19
 */
export const parseLogonAnswer: ReadAnswer<
  "logon",
  {
    readonly username: string
    readonly password: string
    readonly secretQuestion: string
    readonly secretAnswer: string
  }
> = (text, { ask, policy }) => {
  const { secretQuestions } = policy.logon
  const asksQuestion = secretQuestions.length > 0
  const username = parseUsername(text.username)
  const password = parsePassword(text.password)
  const confirmPassword = typedOr(text.confirmPassword, "issue.confirm-password-missing")
  const secretQuestion = asksQuestion
    ? parseChoice(text.secretQuestion, secretQuestions, "issue.secret-question-missing")
    : { value: "" }
  const secretAnswer = asksQuestion ? parseSecretAnswer(text.secretAnswer) : { value: "" }

  const name = "value" in username ? { username: username.value } : {}
  const word = "value" in password ? { password: password.value } : {}
  const rules = [
    ...("value" in username
      ? issuesOf(ask.username, { username: { text: username.value, ownNumber: sealed, taken: sealed } })
      : []),
    ...("value" in password
      ? issuesOf(ask.password, {
          password: { ...name, text: password.value, confirm: text.confirmPassword, blocklisted: sealed }
        })
      : []),
    ...(asksQuestion && "value" in secretQuestion && "value" in secretAnswer
      ? issuesOf(ask.secretQuestion, {
          secretQuestion: { ...name, ...word, question: secretQuestion.value, answer: secretAnswer.value }
        })
      : [])
  ]
  const issues = issuesIn({ username, password, confirmPassword, secretQuestion, secretAnswer }, rules)
  return "issue" in username ||
    "issue" in password ||
    "issue" in secretQuestion ||
    "issue" in secretAnswer ||
    issues.length > 0
    ? { issues }
    : {
        value: {
          username: username.value,
          password: password.value,
          secretQuestion: secretQuestion.value,
          secretAnswer: secretAnswer.value
        }
      }
}
