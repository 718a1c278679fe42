import type { LetterCodeView } from "@mtc-logon/core/profile"
import { useEffect, useState } from "preact/hooks"
import { DonePanel } from "../form/DonePanel.tsx"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { useCall } from "../useCall.ts"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** Ends the hold of a Master Administrator who proved with an amount; nothing where there is none. @rule D-25 */
export const LetterCode = ({ api, data }: Pick<PartProps<never>, "api" | "data">) => {
  const [asked, setAsked] = useState<LetterCodeView | undefined>(undefined)
  const [done, setDone] = useState(false)
  const [letterId, setLetterId] = useState("")
  const { run } = useCall()
  useEffect(() => void run(() => api("GET /v1/me/letter-code"), setAsked), [])
  if (done)
    return (
      <DonePanel title={say("my-profile.done-title")}>
        <p>{say("my-profile.letter-code.done")}</p>
      </DonePanel>
    )
  if (asked?.needed !== true) return null
  return (
    <section aria-labelledby="mtc-letter-code">
      <Heading depth={1} id="mtc-letter-code">
        {say("my-profile.letter-code.title")}
      </Heading>
      <p>
        {say("my-profile.letter-code.text", { days: asked.holdDays })}{" "}
        <a href="/letter">{say("my-profile.letter-code.request")}</a>
      </p>
      <PartForm
        api={api}
        phone={data.contacts.phone}
        submit={say("my-profile.letter-code.button")}
        check={() => missingIn({ letterId: [letterId, "issue.letter-id-missing"] })}
        call={() => api("POST /v1/me/letter-code", { body: { letterId } })}
        onDone={() => setDone(true)}
      >
        {(problem) => (
          <TextField
            id="mtc-letterId"
            label={say("field.letter-id.label")}
            hint={say("field.letter-id.hint")}
            issue={issueIn(problem, "letterId")}
            value={letterId}
            autoComplete="off"
            capitalize="characters"
            size={16}
            onValue={setLetterId}
          />
        )}
      </PartForm>
    </section>
  )
}
