import type { TwoStepMethodKind, TwoStepMethodsView } from "@mtc-logon/core/two-step"
import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { methodWords } from "../two-step/methodWords.ts"

export interface TwoStepWaysProps {
  readonly ways: TwoStepMethodsView["methods"]
  /** The kinds that can be added. */
  readonly offered: ReadonlyArray<TwoStepMethodKind>
  readonly onRemove: (id: string) => void
  readonly onAdd: (kind: TwoStepMethodKind) => void
}

/** The ways that a person has, with what would be better, and those that can be added. @rule R-31 */
export const TwoStepWays = ({ offered, onAdd, onRemove, ways }: TwoStepWaysProps) => (
  <section aria-labelledby="mtc-ways" class="mtc-no-print">
    <Heading depth={1} id="mtc-ways">
      {say("security.ways.title")}
    </Heading>
    <ul class="mtc-cards">
      {ways.map(({ advice, confirmed, id, kind, target }) => {
        const shown = kind === "sms" && target !== undefined ? formatPhoneNumber(target) : target
        return (
          <li class="mtc-card" key={id}>
            <p class="mtc-card-title">{say(methodWords[kind].title)}</p>
            {shown === undefined ? null : <p>{shown}</p>}
            {confirmed ? null : <p class="mtc-hint">{say("security.ways.unconfirmed")}</p>}
            {advice.map(({ messageId }) => (
              <p class="mtc-hint" key={messageId}>
                {sayOf("advice.", messageId)}
              </p>
            ))}
            <Button kind="secondary" onClick={() => onRemove(id)}>
              {say("security.ways.remove")}
              <span class="mtc-hidden">
                {" "}
                {say(methodWords[kind].title)} {shown ?? ""}
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
    <Heading depth={2}>{say("security.ways.add")}</Heading>
    <div class="mtc-actions">
      {offered.map((kind) => (
        <Button kind="secondary" key={kind} onClick={() => onAdd(kind)}>
          {say("security.ways.add-kind", { kind: say(methodWords[kind].title) })}
        </Button>
      ))}
    </div>
  </section>
)
