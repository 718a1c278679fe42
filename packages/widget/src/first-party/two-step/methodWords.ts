import type { TwoStepMethodKind } from "@mtc-logon/core/two-step"
import type { MessageId } from "@mtc-logon/core/wording/rules"

/** Name, sentence and button of each way to get codes. @rule R-31 */
export const methodWords: Readonly<
  Record<
    TwoStepMethodKind,
    { readonly title: MessageId; readonly text: MessageId; readonly button: MessageId; readonly note?: MessageId }
  >
> = {
  totp: { title: "two-step.totp.title", text: "two-step.totp.text", button: "two-step.totp.button" },
  sms: {
    title: "two-step.sms.title",
    text: "two-step.sms.text",
    button: "two-step.sms.button",
    note: "two-step.sms.note"
  },
  passkey: { title: "two-step.passkey.title", text: "two-step.passkey.text", button: "two-step.passkey.button" },
  email: { title: "two-step.email.title", text: "two-step.email.text", button: "two-step.email.button" }
}
