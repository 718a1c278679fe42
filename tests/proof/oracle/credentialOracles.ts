import type { FactsOf } from "../../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../../packages/core/src/questions/policySheet.ts"

// Written from the decisions (docs/decisions.md), not from the rules: it shares types with them and nothing else.

/** D-19: can this be a password? */
export const passwordOracle = ({ password }: FactsOf<"password">, { logon }: PolicyInForce): string => {
  const composed = (typed: string) => typed.replaceAll(/\p{Space_Separator}/gu, " ").normalize("NFC")
  const characters = Array.from(composed(password.text))
  const { blocklist, classes, maxCodePoints, mayContainUsername, minCodePoints } = logon.password
  if (characters.length < minCodePoints || characters.length > maxCodePoints) return "R-18a"
  const has = (of: RegExp) => characters.some((character) => of.test(character))
  if (classes.includes("upper") && !has(/^\p{Uppercase_Letter}$/u)) return "R-18b"
  if (classes.includes("lower") && !has(/^\p{Lowercase_Letter}$/u)) return "R-18c"
  if (classes.includes("digit") && !has(/^\p{Decimal_Number}$/u)) return "R-18d"
  const [text, username] = [password.text, password.username].map((typed) => composed(typed).toLowerCase()) as [
    string,
    string
  ]
  if (text === username) return "R-18e"
  if (!mayContainUsername && username !== "" && text.indexOf(username) >= 0) return "D-19a"
  if (blocklist === "refusal" && password.blocklisted) return "D-19b"
  return composed(password.text) === composed(password.confirm) ? "Accepted" : "R-19a"
}

/** D-18: can this be a username? */
export const usernameOracle = ({ username }: FactsOf<"username">, { logon }: PolicyInForce): string => {
  const characters = Array.from(username.text)
  if (characters.length < logon.username.minCodePoints || characters.length > logon.username.maxCodePoints)
    return "R-17a"
  const plain = username.text.normalize("NFKC")
  for (const character of plain) if (character.trim() === "") return "R-17b"
  for (const character of characters) {
    const isSeen = !/^[\p{C}\p{Default_Ignorable_Code_Point}]$/u.test(character) && character !== "\u2800"
    if (!isSeen && character.trim() !== "") return "D-18a"
  }
  if (username.ownNumber !== null) {
    let rest = username.ownNumber
    for (const character of plain) if (character === rest.charAt(0)) rest = rest.slice(1)
    if (rest === "") return "D-18b"
  }
  const scripts = ["Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic"]
  let found = 0
  for (const script of scripts) {
    if (Array.from(plain).some((character) => new RegExp(`^\\p{Script=${script}}$`, "u").test(character))) found += 1
  }
  if (found > 1) return "D-18c"
  return username.taken ? "R-17c" : "Accepted"
}

/** D-19: can this follow the password that a logon has? */
export const passwordChangeOracle = (facts: FactsOf<"password-change">, policy: PolicyInForce): string => {
  const said = passwordOracle(facts, policy)
  if (said !== "Accepted") return said
  return policy.logon.password.history >= 1 && facts.passwordChange.reused ? "R-18f" : "Accepted"
}

/** D-20: can this be a secret question with its answer? */
export const secretQuestionOracle = (
  { secretQuestion: said }: FactsOf<"secret-question">,
  { logon }: PolicyInForce
): string => {
  if (logon.secretQuestions.length === 0) return "Accepted"
  let isListed = false
  for (const listed of logon.secretQuestions) if (listed === said.question) isListed = true
  if (!isListed) return "R-19b"
  const { length } = Array.from(said.answer)
  if (length < logon.secretAnswer.minCodePoints || length > logon.secretAnswer.maxCodePoints) return "R-19c"
  const read = [said.answer, said.username, said.password].map((text) =>
    text.trim().normalize("NFKC").toLowerCase().trim()
  )
  if (read[0] === read[1]) return "D-20a"
  return read[0] === read[2] ? "D-20b" : "Accepted"
}

/** D-22: nobody's number in North America: 555-01xx, or an area or an exchange that begins with 0 or 1. */
const isNobodys = (digits: string): boolean =>
  digits.slice(3, 8) === "55501" || ["0", "1"].includes(digits[0]!) || ["0", "1"].includes(digits[3]!)

const phoneCanBe = (typed: string, ranges: string): boolean => {
  const digits = typed.slice(1)
  if (!typed.startsWith("+") || digits === "") return false
  for (const digit of digits) if (!"0123456789".includes(digit)) return false
  if (digits.length === 11 && digits.startsWith("1")) return isNobodys(digits.slice(1)) === (ranges === "sandbox")
  // Elsewhere nothing is known to be nobody's: live takes what E.164 can be, the sandbox nothing.
  return ranges === "live" && digits[0] !== "0" && digits[0] !== "1" && digits.length >= 7 && digits.length <= 15
}

/** D-17, D-22: can this be a profile? */
export const profileOracle = ({ profile }: FactsOf<"profile">, { idRanges, logon }: PolicyInForce): string => {
  const { length } = Array.from(profile.name)
  if (length < logon.profile.name.minCodePoints || length > logon.profile.name.maxCodePoints) return "R-16a"
  if (!logon.profile.phoneCountries.some((country) => country === profile.phoneCountry)) return "R-16b"
  if (!logon.profile.phoneTypes.some((type) => type === profile.phoneType)) return "R-16c"
  if (!phoneCanBe(profile.phoneNumber, idRanges)) return "D-22b"
  let digits = 0
  for (const digit of profile.pin) digits += "0123456789".includes(digit) ? 1 : 1000
  if (digits !== logon.pin.digits) return "R-16d"
  return profile.email === profile.confirmEmail ? "Accepted" : "R-16e"
}

/** D-17: a PIN that is guessed first is advised against. */
export const profileAdvice = ({ profile: { pin } }: FactsOf<"profile">): ReadonlyArray<string> => {
  for (const row of ["0123456789", "9876543210"]) if (row.includes(pin)) return ["D-17"]
  return pin === pin.charAt(0).repeat(pin.length) ? ["D-17"] : []
}

/** D-19: a password of the list is advised against, where it is not refused. */
export const passwordAdvice = ({ password }: FactsOf<"password">, { logon }: PolicyInForce): ReadonlyArray<string> =>
  password.blocklisted && logon.password.blocklist === "warning" ? ["D-19c"] : []
