import { formatNotMeCode } from "@mtc-logon/core/recovery/rules"
import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, issueIn, missingIn } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import type { PageProps } from "../PageProps.ts"
import { useCall } from "../useCall.ts"

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
  const [code, setCode] = useState(() => formatNotMeCode(linkCode("/not-me") ?? ""))
  const [done, setDone] = useState(false)
  const { refuse, run, ...call } = useCall()
  const tell = () => {
    const missing = missingIn({ code: [code, "issue.not-me-code-missing"] })
    if (missing !== undefined) return refuse(missing)
    void run(
      () => api("POST /v1/not-me", { body: { code } }),
      () => {
        forgetLinkCode()
        setDone(true)
      }
    )
  }
  return (
    <>
      <Heading depth={0}>{say("page.not-me.title")}</Heading>
      {done ? (
        <DonePanel title={say("not-me.done-title")}>
          <p>{say("not-me.done-text", { phone: data.contacts.phone })}</p>
        </DonePanel>
      ) : (
        <>
          <p>{say("not-me.text")}</p>
          <CallForm {...call} phone={data.contacts.phone} submit={say("not-me.button")} onSubmit={tell}>
            <TextField
              id="mtc-code"
              label={say("not-me.code-label")}
              hint={say("not-me.code-hint")}
              issue={issueIn(call.problem, "code")}
              value={code}
              autoComplete="off"
              capitalize="characters"
              size={20}
              onValue={setCode}
            />
          </CallForm>
        </>
      )}
    </>
  )
}
