import type { Standing } from "./standingOf.ts"

/** How a "this was not me" reached us: in which notice its code stood, or `form`, where a verified person stated it. */
export type NotMeChannel = "post" | "former-post" | "email" | "e-message" | "form"

/** What the power of a "this was not me" is decided on. */
export interface NotMeFacts {
  readonly channel: NotMeChannel
  /** What the logon stands on that the notice went to; `gone`: frozen or ended since; null: an envelope, or a mailbox without a logon. */
  readonly receiver: Standing | "gone" | null
  /** What the access stands on that the notice names; null: it is frozen or ended. */
  readonly named: Standing | null
  /** Somebody stands on a letter for this taxpayer. */
  readonly letterStands: boolean
}

/** `record`: it is written down, and nothing else comes of it. */
export type NotMePower = "freeze" | "contest" | "staff-contest" | "record"

/**
 * What a "this was not me" may do to the access that it names.
 *
 * **Details**
 *
 * A thief who registered first gets the notice of the owner's logon: so a code that reached a logon freezes nothing unless
 * that logon has a letter to show. Paper that went to the address on file freezes who has none.
 *
 * **Gotchas**
 *
 * Where somebody stands on a letter, two logons on amounts cannot put everybody on hold by reporting each other.
 *
 * @rule D-60 @adr 0029
 */
export const decideNotMe = ({ channel, letterStands, named, receiver }: NotMeFacts): NotMePower => {
  if (named === null) return "record"
  switch (channel) {
    case "post":
      return named === "amount" ? "freeze" : "contest"
    case "former-post":
      return "staff-contest"
    case "email":
    case "e-message":
      if (named === "letter" || receiver === "gone") return "record"
      if (receiver === "letter") return "freeze"
      return letterStands ? "record" : "contest"
    case "form":
      return named === "letter" || letterStands ? "record" : "contest"
  }
}
