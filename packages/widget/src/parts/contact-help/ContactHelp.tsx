import { say, sayOf } from "../../wording/say.ts"

export interface ContactHelpProps {
  readonly phone: string
  readonly tollFree: string
  /** Wording id of the business hours. */
  readonly hours: string
}

/** Who helps, at the same place of every step (WCAG 3.2.6). */
export const ContactHelp = ({ phone, tollFree, hours }: ContactHelpProps) => (
  <aside class="mtc-help" aria-label={say("help.label")}>
    <p>
      <strong>{say("help.title")}</strong> {say("help.phones", { phone, tollFree })} {sayOf("contact.", hours)}
    </p>
  </aside>
)
