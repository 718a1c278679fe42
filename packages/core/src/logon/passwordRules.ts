import { over } from "../engine/Rule.ts"
import type { CredentialPolicy, PasswordClass } from "./credentialSheet.ts"
import { isOfLength } from "./isOfLength.ts"
import { passwordChangeFacts, passwordFacts } from "./passwordFacts.ts"
import type { PasswordChangeFacts, PasswordFacts } from "./passwordFacts.ts"
import { passwordKey } from "./passwordKey.ts"

const { rule, question } = over<PasswordFacts, CredentialPolicy>(passwordFacts)

const remedies = ["remedy.change-password"] as const

export const passwordHasLength = rule({
  id: "R-18a",
  title: "A password is neither too short nor too long, counted as code points",
  cites: [
    { source: "seed", line: 210, quote: "be between 8-15 characters." },
    { decision: "D-19" },
    { decision: "D-64" }
  ],
  reads: ["password.text"],
  check: ({ password }, { logon }) => isOfLength(passwordKey(password.text), logon.password),
  message: "issue.password-length",
  params: ({ logon: { password } }) => ({ min: password.minCodePoints, max: password.maxCodePoints }),
  remedies
})

const inLowerCase = (text: string): string => passwordKey(text).toLowerCase()

/** A rule that a password has a character of a class, where the policy asks for it. */
const composed = (id: string, passwordClass: PasswordClass, line: number, quote: string, pattern: RegExp) =>
  rule({
    id,
    title: `A password has a character of the class "${passwordClass}"`,
    cites: [{ source: "seed", line, quote }],
    inForce: ({ logon }) => logon.password.classes.includes(passwordClass),
    reads: ["password.text"],
    check: ({ password }) => pattern.test(passwordKey(password.text)),
    message: `issue.password-${passwordClass}`,
    remedies
  })

export const passwordHasUpper = composed("R-18b", "upper", 211, "contain at least one upper case letter.", /\p{Lu}/u)
export const passwordHasLower = composed("R-18c", "lower", 212, "contain at least one lower case letter.", /\p{Ll}/u)
export const passwordHasDigit = composed("R-18d", "digit", 213, "contain at least one number.", /\p{Nd}/u)

export const passwordIsNotUsername = rule({
  id: "R-18e",
  title: "A password is not the username, in whatever case",
  cites: [
    {
      source: "mass.gov: MassTaxConnect security",
      url: "https://www.mass.gov/info-details/masstaxconnect-security"
    },
    { decision: "D-19" },
    { decision: "D-64" }
  ],
  reads: ["password.username", "password.text"],
  check: ({ password: { text, username } }) => inLowerCase(text) !== inLowerCase(username),
  message: "issue.password-is-username",
  remedies
})

export const passwordHasNoUsernameInIt = rule({
  id: "D-19a",
  title: "A password does not contain the username, where the policy says so",
  cites: [
    { decision: "D-19" },
    { decision: "D-64" },
    { source: "NIST SP 800-63B-4, 3.1.1.2 Password verifiers", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  inForce: ({ logon }) => !logon.password.mayContainUsername,
  reads: ["password.username", "password.text"],
  check: ({ password: { text, username } }) => username === "" || !inLowerCase(text).includes(inLowerCase(username)),
  message: "issue.password-contains-username",
  remedies
})

export const passwordIsNotRefusedAsCommon = rule({
  id: "D-19b",
  title: "A password is not a common one, where the policy refuses these",
  cites: [
    { decision: "D-19" },
    { source: "NIST SP 800-63B-4, 3.1.1.2 Password verifiers", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  inForce: ({ logon }) => logon.password.blocklist === "refusal",
  reads: ["password.blocklisted"],
  check: ({ password }) => !password.blocklisted,
  message: "issue.password-common",
  remedies
})

export const passwordIsConfirmed = rule({
  id: "R-19a",
  title: "The password is typed twice alike",
  cites: [{ source: "seed", line: 219, quote: "Confirm Password:" }, { decision: "D-64" }],
  reads: ["password.text", "password.confirm"],
  check: ({ password }) => passwordKey(password.text) === passwordKey(password.confirm),
  message: "issue.passwords-differ",
  remedies: ["remedy.confirm-password"]
})

export const passwordIsUncommon = rule({
  id: "D-19c",
  title: "A password is not a common one",
  cites: [{ decision: "D-19" }],
  inForce: ({ logon }) => logon.password.blocklist === "warning",
  reads: ["password.blocklisted"],
  check: ({ password }) => !password.blocklisted,
  message: "issue.password-common",
  remedies
})

/** Can this be the password of a logon? */
export const password = question({
  id: "password",
  refusedUnless: [
    passwordHasLength,
    passwordHasUpper,
    passwordHasLower,
    passwordHasDigit,
    passwordIsNotUsername,
    passwordHasNoUsernameInIt,
    passwordIsNotRefusedAsCommon,
    passwordIsConfirmed
  ],
  warnedUnless: [passwordIsUncommon],
  reads: [],
  grants: () => "acceptable" as const,
  secretAnswer: { message: "decision.not-acceptable", remedies }
})

const change = over<PasswordChangeFacts, CredentialPolicy>(passwordChangeFacts)

export const passwordIsNew = change.rule({
  id: "R-18f",
  title: "A changed password is none of the last ones",
  cites: [
    {
      source: "mass.gov: Login assistance for MassTaxConnect",
      url: "https://www.mass.gov/info-details/login-assistance-for-masstaxconnect"
    },
    { decision: "D-19" }
  ],
  inForce: ({ logon }) => logon.password.history > 0,
  reads: ["passwordChange.reused"],
  check: ({ passwordChange }) => !passwordChange.reused,
  message: "issue.password-reused",
  params: ({ logon: { password } }) => ({ count: password.history }),
  remedies
})

/** Can this take the place of the password that a logon has? */
export const passwordChange = change.question({
  ...password,
  id: "password-change",
  refusedUnless: [...password.refusedUnless, passwordIsNew],
  reads: [],
  grants: () => "acceptable" as const
})
