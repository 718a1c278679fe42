import { Redacted } from "effect"
import { Keys } from "../../logon/Keys.ts"
import type { Sealed } from "../../logon/Sealed.ts"

const numberIn = (id: string): string => id.replaceAll(/\D/gu, "")

/** The code that every app shows at a step. */
export const memoryAppCode = (step: number): string => String(step % 1_000_000).padStart(6, "0")

/** The security code of an id: six digits. */
export const memorySecurityCode = (id: string): Redacted.Redacted =>
  Redacted.make(String(400_533 + Number(numberIn(id))))

/** The "this was not me" code of an id: sixteen digits. */
export const memoryNotMeCode = (id: string): Redacted.Redacted => Redacted.make(numberIn(id).padStart(16, "0"))

/** What the activation link of a code carries. */
export const activationToken = (codeId: string): Redacted.Redacted => Redacted.make(`activation:${codeId}`)

/** What the link to a new address, or of a forgotten password, carries. */
export const linkToken = (linkId: string): Redacted.Redacted => Redacted.make(`link:${linkId}`)

/** Keys that hide nothing: what is sealed is there to be seen, and a digest is the text. */
export const memoryKeys = (makeId: (of: string) => string) => {
  const digestOf = (of: string, text: Redacted.Redacted | string) =>
    `${of}:${Redacted.isRedacted(text) ? Redacted.value(text) : text}`
  return Keys.of({
    makeId,
    makeToken: () => Redacted.make(`token of ${makeId("token")}`),
    makeRecoveryCode: (characters) => Redacted.make(numberIn(makeId("")).padStart(characters, "0")),
    makeApp: (username) => ({
      secret: Redacted.make(`secret of ${username}`),
      otpauthUri: Redacted.make("otpauth://totp/"),
      qr: Redacted.make("<svg></svg>")
    }),
    digestOf,
    digestsOf: (of, text) => [digestOf(of, text)],
    notMeDigestOf: (id) => digestOf("token", memoryNotMeCode(id)),
    isSecurityCode: (id, typed) => Redacted.value(memorySecurityCode(id)) === Redacted.value(typed),
    readLink: (purpose, token) =>
      new RegExp(`^${purpose === "activation" ? purpose : "link"}:(.+)$`, "u").exec(Redacted.value(token))?.[1],
    stepsOfCode: (_, typed, steps) => steps.filter((step) => memoryAppCode(step) === Redacted.value(typed)),
    seal: (_part, _row, value) => ({ value }) as Sealed<typeof value>,
    open: (sealed) => (sealed as unknown as { readonly value: never }).value
  })
}
