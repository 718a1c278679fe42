import { ruleSets } from "@mtc-logon/core/rule-sets"

interface Typed {
  readonly username: { readonly text: string; readonly ownNumber: string; readonly taken: boolean }
  readonly password: {
    readonly text: string
    readonly confirm: string
    readonly username: string
    readonly blocklisted: boolean
  }
}

const letters = "abcdefghijkmnpqrstuvwxyz"
const digitsOf = (at: number, count: number): string =>
  String(Math.imul(at + 1, 2_654_435_761) >>> 0)
    .padEnd(count, "7")
    .slice(0, count)

const good = Array.from({ length: 64 }, (_, at): Typed => {
  const text = `Abc${letters[at % 24]!}${digitsOf(at, 4 + (at % 8))}`
  const username = `person.${digitsOf(at, 4 + (at % 10))}`
  return {
    username: { text: username, ownNumber: "900126789", taken: false },
    password: { text, confirm: `${text.slice(0, 3)}${text.slice(3)}`, username, blocklisted: false }
  }
})
const badUsernames = ["ab", "has space here", "x".repeat(61), "elmo900126789"]
const badPasswords = ["Ab1", "abcdefg1", "ABCDEFG1", "Abcdefghijk"]

/** Typed usernames and passwords: all fit, none fits, one third doesn't. */
export const typed: Readonly<Record<string, ReadonlyArray<Typed>>> = {
  accepted: good,
  refused: good.map((one, at) =>
    at % 2 === 0
      ? { ...one, username: { ...one.username, text: badUsernames[at % 4]! } }
      : { ...one, password: { ...one.password, text: badPasswords[at % 4]!, confirm: badPasswords[at % 4]! } }
  ),
  mixed: []
}
Object.assign(typed, { mixed: good.map((one, at) => (at % 3 === 2 ? typed.refused![at]! : one)) })

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u
]

/** Both questions as one function, its numbers in place. */
export const credentialsByHand = ({ password, username }: Typed): string => {
  const name = username.text
  const count = [...name].length
  if (count < 3 || count > 60) return "R-17a"
  const plain = name.normalize("NFKC")
  if (/\s/u.test(plain)) return "R-17b"
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(name)) return "D-18a"
  if (plain.replaceAll(/[\s._\-‐-―]/gu, "").includes(username.ownNumber)) return "D-18b"
  let found = 0
  for (const script of scripts) if (script.test(plain)) found += 1
  if (found > 1) return "D-18c"
  if (username.taken) return "R-17c"
  const { text } = password
  const length = [...text].length
  if (length < 8 || length > 15) return "R-18a"
  if (!/\p{Lu}/u.test(text)) return "R-18b"
  if (!/\p{Ll}/u.test(text)) return "R-18c"
  if (!/\p{Nd}/u.test(text)) return "R-18d"
  if (text.toLowerCase() === password.username.toLowerCase()) return "R-18e"
  return text === password.confirm ? "Accepted" : "R-19a"
}

const { password: passwordQuestion, username: usernameQuestion } = ruleSets[0]!.ask

/** The same by the rules. */
export const credentialsByRules = ({ password, username }: Typed): string => {
  const name = usernameQuestion.decide({ username })
  if ("rule" in name) return name.rule.id
  const word = passwordQuestion.decide({ password })
  return "rule" in word ? word.rule.id : word._tag
}
