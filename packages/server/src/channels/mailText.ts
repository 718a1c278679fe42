import type { Say } from "../say.ts"
import type { MailPart } from "./mailParts.ts"

/** A mail before it is shown: the same for HTML and text. */
export interface MailBody {
  readonly subject: string
  readonly preheader: string
  readonly parts: ReadonlyArray<MailPart>
  readonly foot: ReadonlyArray<string>
  readonly locale: string
  readonly say: Say
}

const textOf = (part: MailPart, say: Say): string =>
  part.part === "link" ? `${say(part.says)}\n${part.to}` : say(part.says, part.with)

/** A mail as plain text: one paragraph a piece, each link's address below its words. */
export const mailText = ({ foot, parts, say, subject }: MailBody): string =>
  [subject, ...parts.map((part) => textOf(part, say)), "--", ...foot].join("\n\n").concat("\n")
