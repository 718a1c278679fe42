import type { LetterKind, LetterParams } from "./LetterKind.ts"
import type { MailPart } from "./mailParts.ts"

type LetterPart = Exclude<MailPart, { readonly part: "link" }>

const paragraph = (says: LetterPart["says"], values: LetterPart["with"] = {}): LetterPart => ({
  part: "paragraph",
  says,
  with: values
})
const code = (says: LetterPart["says"], values: LetterPart["with"]): LetterPart => ({
  part: "code",
  says,
  with: values
})

/** What each letter is made of. `phone` is the rule set's. */
export const letterParts: {
  readonly [K in LetterKind]: (
    params: LetterParams[K],
    contacts: { readonly phone: string }
  ) => ReadonlyArray<LetterPart>
} = {
  "sign-up": ({ days, letterId, page }) => [
    paragraph("letter.sign-up.what"),
    code("letter.sign-up.id", { letterId }),
    paragraph("letter.sign-up.how", { page, days }),
    paragraph("letter.sign-up.ignore")
  ],
  "logon-made": ({ at, code: typed, page }, { phone }) => [
    paragraph("letter.logon-made.what", { at }),
    paragraph("letter.logon-made.not", { page, phone }),
    code("letter.logon-made.code", { code: typed })
  ],
  lock: ({ at, days, letterId, page }, { phone }) => [
    paragraph("letter.lock.what", { at }),
    code("letter.sign-up.id", { letterId }),
    paragraph("letter.sign-up.how", { page, days }),
    paragraph("letter.lock.do", { phone })
  ],
  guesses: ({ at }, { phone }) => [paragraph("letter.guesses.what", { at }), paragraph("letter.guesses.do", { phone })],
  "not-me": ({ at, page }, { phone }) => [
    paragraph("letter.not-me.what", { at }),
    paragraph("letter.not-me.do", { page, phone })
  ]
}
