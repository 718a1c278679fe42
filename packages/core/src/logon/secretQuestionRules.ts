import { over } from "../engine/Rule.ts"
import type { CredentialPolicy } from "./credentialSheet.ts"
import { isOfLength } from "./isOfLength.ts"
import { secretQuestionFacts } from "./secretQuestionFacts.ts"
import type { SecretQuestionFacts } from "./secretQuestionFacts.ts"

const { rule, question } = over<SecretQuestionFacts, CredentialPolicy>(secretQuestionFacts)

const remedies = ["remedy.change-secret-answer"] as const

/** Where the policy lists no question, none is asked. */
const inForce = ({ logon }: CredentialPolicy): boolean => logon.secretQuestions.length > 0

/** What the answer was read as: compared with what is read the same way. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().trim()

export const secretQuestionIsListed = rule({
  id: "R-19b",
  title: "The secret question is one of the list",
  cites: [
    { source: "seed", line: 221, quote: "Select a secret question and type in the appropriate answer below." },
    { source: "seed", line: 225, quote: "In what city did you meet your spo" },
    { decision: "D-20" }
  ],
  inForce,
  reads: ["secretQuestion.question"],
  check: ({ secretQuestion }, policy) => policy.logon.secretQuestions.includes(secretQuestion.question),
  message: "issue.secret-question-not-listed",
  remedies: ["remedy.choose-secret-question"]
})

export const secretAnswerHasLength = rule({
  id: "R-19c",
  title: "The secret question is answered",
  cites: [
    { source: "seed", line: 221, quote: "This question will be asked in the event you need to recover your password" },
    { decision: "D-20" }
  ],
  inForce,
  reads: ["secretQuestion.answer"],
  check: ({ secretQuestion }, policy) => isOfLength(secretQuestion.answer, policy.logon.secretAnswer),
  message: "issue.secret-answer-length",
  params: ({ logon: { secretAnswer } }) => ({ min: secretAnswer.minCodePoints, max: secretAnswer.maxCodePoints }),
  remedies
})

export const secretAnswerIsNotUsername = rule({
  id: "D-20a",
  title: "The secret answer is not the username",
  cites: [
    { decision: "D-20" },
    {
      source: "OWASP: Choosing and Using Security Questions Cheat Sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Choosing_and_Using_Security_Questions_Cheat_Sheet.html"
    }
  ],
  inForce,
  reads: ["secretQuestion.username", "secretQuestion.answer"],
  check: ({ secretQuestion: { answer, username } }) => plain(answer) !== plain(username),
  message: "issue.secret-answer-is-username",
  remedies
})

export const secretAnswerIsNotPassword = rule({
  id: "D-20b",
  title: "The secret answer is not the password",
  cites: [
    { decision: "D-20" },
    {
      source: "OWASP: Choosing and Using Security Questions Cheat Sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Choosing_and_Using_Security_Questions_Cheat_Sheet.html"
    }
  ],
  inForce,
  reads: ["secretQuestion.password", "secretQuestion.answer"],
  check: ({ secretQuestion: { answer, password } }) => plain(answer) !== plain(password),
  message: "issue.secret-answer-is-password",
  remedies
})

/** Can this be the secret question of a logon? Where the policy lists none, none is asked. */
export const secretQuestion = question({
  id: "secret-question",
  refusedUnless: [secretQuestionIsListed, secretAnswerHasLength, secretAnswerIsNotUsername, secretAnswerIsNotPassword],
  reads: [],
  grants: () => "acceptable" as const,
  secretAnswer: { message: "decision.not-acceptable", remedies }
})
