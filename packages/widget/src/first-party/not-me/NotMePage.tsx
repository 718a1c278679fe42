import { formatNotMeCode } from "@mtc-logon/core/recovery/rules"
import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { useForm } from "../form/useForm.ts"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import type { PageProps } from "../PageData.ts"

/**
 * "This was not me": the code of a mail or letter, and a button.
 *
 * **Gotchas**
 *
 * Opening the page changes nothing: mail scanners open links, people press buttons. The answer is the same whatever the code.
 *
 * @rule D-26
 */
export const NotMePage = ({ api, data }: PageProps) => {
  const form = useForm({ code: formatNotMeCode(linkCode("/not-me") ?? "") })
  const [done, setDone] = useState(false)
  const { phone } = data.contacts
  return (
    <>
      <Heading depth={0}>{say("page.not-me.title")}</Heading>
      {done ? (
        <DonePanel title={say("not-me.done-title")}>
          <p>{say("not-me.done-text", { phone })}</p>
        </DonePanel>
      ) : (
        <>
          <p>{say("not-me.text")}</p>
          <CallForm
            form={form}
            phone={phone}
            submit={say("not-me.button")}
            wrong={{ code: missing(form.typed.code, "issue.not-me-code-missing") }}
            call={() => api("POST /v1/not-me", { body: form.typed })}
            onDone={() => {
              forgetLinkCode()
              setDone(true)
            }}
          >
            <TextField
              {...form.field("code")}
              label={say("not-me.code-label")}
              hint={say("not-me.code-hint")}
              autoComplete="off"
              capitalize="characters"
              size={20}
            />
          </CallForm>
        </>
      )}
    </>
  )
}
