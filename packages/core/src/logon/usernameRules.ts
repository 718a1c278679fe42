import { over } from "../engine/Rule.ts"
import type { CredentialPolicy } from "./credentialSheet.ts"
import { digitsIn } from "./digitsIn.ts"
import { isOfLength } from "./isOfLength.ts"
import { isOfOneScript } from "./isOfOneScript.ts"
import { usernameFacts } from "./usernameFacts.ts"
import type { UsernameFacts } from "./usernameFacts.ts"

const { rule, question } = over<UsernameFacts, CredentialPolicy>(usernameFacts)

const remedies = ["remedy.change-username"] as const

export const usernameHasLength = rule({
  id: "R-17a",
  title: "A username is neither too short nor too long, counted as code points",
  cites: [{ source: "seed", line: 205, quote: "be between 3-60 characters." }, { decision: "D-18" }],
  reads: ["username.text"],
  check: ({ username }, { logon }) => isOfLength(username.text, logon.username),
  message: "issue.username-length",
  params: ({ logon: { username } }) => ({ min: username.minCodePoints, max: username.maxCodePoints }),
  remedies
})

export const usernameHasNoSpace = rule({
  id: "R-17b",
  title: "A username has no spaces",
  cites: [{ source: "seed", line: 206, quote: "contain no spaces" }, { decision: "D-18" }],
  reads: ["username.text"],
  check: ({ username }) => !/\s/u.test(username.text.normalize("NFKC")),
  message: "issue.username-space",
  remedies
})

/** What nobody sees: controls, fillers and selectors, and the blank of braille, which looks like a space and is none. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u

export const usernameHasNoControl = rule({
  id: "D-18a",
  title: "A username has no control or invisible characters",
  cites: [{ decision: "D-18" }],
  reads: ["username.text"],
  check: ({ username }) => !invisible.test(username.text.replaceAll(/\s/gu, "")),
  message: "issue.username-control",
  remedies
})

/** Whether all digits of a number come in their order, whatever comes between them. */
const hasInOrder = (digits: string, number: string): boolean => {
  let found = 0
  for (const digit of digits) if (digit === number[found]) found += 1
  return found >= number.length
}

export const usernameIsNotOwnNumber = rule({
  id: "D-18b",
  title: "A username does not contain the person's own number",
  cites: [{ decision: "D-18" }],
  reads: ["username.ownNumber", "username.text"],
  check: ({ username: { text, ownNumber } }) => ownNumber === null || !hasInOrder(digitsIn(text), ownNumber),
  message: "issue.username-own-number",
  remedies
})

export const usernameIsOfOneScript = rule({
  id: "D-18c",
  title: "A username does not mix scripts that look alike",
  cites: [
    { decision: "D-18" },
    {
      source: "Unicode Technical Standard 39, 5.1 Mixed-script detection",
      url: "https://www.unicode.org/reports/tr39/#Mixed_Script_Detection"
    }
  ],
  reads: ["username.text"],
  check: ({ username }) => isOfOneScript(username.text),
  message: "issue.username-mixed-scripts",
  remedies
})

export const usernameIsFree = rule({
  id: "R-17c",
  title: "A username is nobody else's, now or before",
  cites: [
    {
      source: "mass.gov: Login assistance for MassTaxConnect",
      url: "https://www.mass.gov/info-details/login-assistance-for-masstaxconnect"
    },
    { decision: "D-18" }
  ],
  reads: ["username.taken"],
  check: ({ username }) => !username.taken,
  message: "issue.username-taken",
  remedies
})

/** Can this be the username of a new logon? */
export const username = question({
  id: "username",
  refusedUnless: [
    usernameHasLength,
    usernameHasNoSpace,
    usernameHasNoControl,
    usernameIsNotOwnNumber,
    usernameIsOfOneScript,
    usernameIsFree
  ],
  reads: [],
  grants: () => "acceptable" as const,
  secretAnswer: { message: "decision.not-acceptable", remedies }
})
