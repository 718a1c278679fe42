import type { BodyOf, Calls } from "@mtc-logon/core/contract"
import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, issueIn, missingIn } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import type { PageProps } from "../PageProps.ts"
import { useCall } from "../useCall.ts"

/** Asks for a letter with a letter ID. Whoever asks is told the same. @rule D-07 @rule R-45 */
export const LetterPage = ({ api, data }: PageProps) => {
  const [typed, setTyped] = useState<BodyOf<Calls["POST /v1/letter-requests"], "Encoded">>({ idType: "SSN", id: "" })
  const [done, setDone] = useState(false)
  const { refuse, run, ...call } = useCall()
  const ask = () => {
    const missing = missingIn({ id: [typed.id, "issue.id-missing"] })
    if (missing !== undefined) return refuse(missing)
    void run(
      () => api("POST /v1/letter-requests", { body: typed }),
      () => setDone(true)
    )
  }
  return (
    <>
      <Heading depth={0}>{say("page.letter.title")}</Heading>
      {done ? (
        <DonePanel title={say("letter-page.done-title")}>
          <p>{say("letter-request.if-we-can")}</p>
          <p>{say("letter-page.then")}</p>
        </DonePanel>
      ) : (
        <>
          <p>{say("letter-page.text")}</p>
          <p>{say("letter-page.notice")}</p>
          <CallForm {...call} phone={data.contacts.phone} submit={say("letter-page.button")} onSubmit={ask}>
            <RadioGroup
              id="mtc-idType"
              legend={say("field.id-type.legend")}
              value={typed.idType}
              options={[
                { value: "SSN", label: say("field.id-type.ssn") },
                { value: "ITIN", label: say("field.id-type.itin") },
                { value: "FEIN", label: say("letter-page.fein") }
              ]}
              onValue={(idType) => setTyped((before) => ({ ...before, idType }))}
            />
            <TextField
              id="mtc-id"
              label={say("letter-page.id-label")}
              hint={say("letter-page.id-hint")}
              issue={issueIn(call.problem, "id")}
              value={typed.id}
              inputMode="numeric"
              autoComplete="off"
              size={16}
              onValue={(id) => setTyped((before) => ({ ...before, id }))}
            />
          </CallForm>
        </>
      )}
    </>
  )
}
