import { parseSecurityCode } from "@mtc-logon/core/two-step/rules"
import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import { CodeField } from "../../parts/code-field/CodeField.tsx"
import { CopyButton } from "../../parts/copy-button/CopyButton.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { CallForm } from "../form/CallForm.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"

export interface AddAppProps extends PageProps {
  /** The set-up as the service answered it. */
  readonly added: AddedTwoStepMethodView
  readonly onConfirmed: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** An authentication app in four steps: the picture, the key in groups of four, a link for the app on this device, the first code. @rule R-31 */
export const AddApp = ({ added, api, data, onCancel, onConfirmed }: AddAppProps) => {
  const form = useForm({ code: "" }, { code_refused: "issue.app-code-wrong" })
  const { otpauthUri = "", qr = "", secret = "" } = added
  const parsed = parseSecurityCode(form.typed.code)
  const code = "value" in parsed ? parsed.value : ""
  return (
    <>
      <Heading depth={0}>{say("security.app.title")}</Heading>
      <CallForm
        form={form}
        phone={data.contacts.phone}
        submit={say("code.confirm")}
        wrong={{ code: "issue" in parsed && parsed.issue }}
        call={() => api("POST /v1/me/two-step-methods/{id}/confirm", { params: added, body: { code } })}
        onDone={() => onConfirmed(added)}
        onCancel={onCancel}
      >
        <ol>
          <li>
            <p>{say("security.app.step-1")}</p>
          </li>
          <li>
            <p>{say("security.app.step-2")}</p>
            <img
              class="mtc-qr"
              src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
              alt={say("security.app.picture")}
              width={200}
              height={200}
            />
          </li>
          <li>
            <p>{say("security.app.step-3")}</p>
            <p>
              <a href={otpauthUri}>{say("security.app.link")}</a>
            </p>
            <p>
              {say("security.app.key")}: <code class="mtc-key">{secret.replaceAll(/(.{4})(?=.)/gu, "$1 ")}</code>{" "}
              <CopyButton text={secret} label={say("security.app.copy")} />
            </p>
          </li>
          <li>
            <p>{say("security.app.step-4")}</p>
          </li>
        </ol>
        <CodeField {...form.field("code")} />
      </CallForm>
    </>
  )
}
