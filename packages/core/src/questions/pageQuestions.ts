import { terms } from "../access/accessRules.ts"
import type { PolicyOf } from "../engine/RuleSet.ts"
import { password } from "../logon/passwordRules.ts"
import { profile } from "../logon/profileRules.ts"
import { secretQuestion } from "../logon/secretQuestionRules.ts"
import { username } from "../logon/usernameRules.ts"
import { verification } from "../verification/verificationRules.ts"
import { askUnder } from "./askUnder.ts"
import type { PolicyInForce } from "./policySheet.ts"

/** The questions that a page may ask. The server alone asks the others, and no page has their rules. Page-safe. */
export const pageQuestions = { verification, username, password, secretQuestion, profile, terms } as const

export type PageQuestions = typeof pageQuestions

/** The values that these questions read. */
export type PagePolicy = Pick<PolicyInForce, keyof PolicyOf<PageQuestions>>

/** Asks the rule set that a draft is pinned to, in a page. Page-safe. */
export const askInPage = askUnder(pageQuestions)
