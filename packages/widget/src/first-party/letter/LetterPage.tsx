import type { IdType } from "@mtc-logon/core/taxpayer"
import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"

/** Asks for a letter with a letter ID. Anyone who asks is told the same, so no ID type is chosen for them. @rule D-07 @rule R-45 */
export const LetterPage = ({ api, data }: PageProps) => {
  const form = useForm<{ readonly idType: IdType | ""; readonly id: string }>({ idType: "", id: "" })
  const { id, idType } = form.typed
  const [done, setDone] = useState(false)
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
          <CallForm
            form={form}
            phone={data.contacts.phone}
            submit={say("letter-page.button")}
            wrong={{ idType: missing(idType, "issue.id-type-missing"), id: missing(id, "issue.id-missing") }}
            call={idType === "" ? undefined : () => api("POST /v1/letter-requests", { body: { idType, id } })}
            onDone={() => setDone(true)}
          >
            <RadioGroup
              {...form.field("idType")}
              legend={say("field.id-type.legend")}
              options={[
                { value: "SSN", label: say("field.id-type.ssn") },
                { value: "ITIN", label: say("field.id-type.itin") },
                { value: "FEIN", label: say("letter-page.fein") }
              ]}
            />
            <TextField
              {...form.field("id")}
              label={say("letter-page.id-label")}
              hint={say("letter-page.id-hint")}
              inputMode="numeric"
              autoComplete="off"
              size={16}
            />
          </CallForm>
        </>
      )}
    </>
  )
}
