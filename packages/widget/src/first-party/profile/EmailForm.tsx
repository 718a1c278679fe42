import type { ChangedProfileView } from "@mtc-logon/core/profile"
import { useState } from "preact/hooks"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** A new address: it counts once the link that goes there is used. */
export const EmailForm = ({ api, data, onCancel, onDone }: PartProps<ChangedProfileView>) => {
  const [typed, setTyped] = useState({ email: "", confirmEmail: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.email.button")}
      check={() => missingIn({ email: [typed.email, "issue.email-missing"] })}
      call={() => api("PATCH /v1/me/profile", { body: typed })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <p>{say("my-profile.email.text")}</p>
          <TextField
            id="mtc-email"
            label={say("wrong-email.email")}
            issue={issueIn(problem, "email")}
            value={typed.email}
            type="email"
            autoComplete="email"
            size={30}
            onValue={(email) => setTyped((before) => ({ ...before, email }))}
          />
          <TextField
            id="mtc-confirmEmail"
            label={say("wrong-email.confirm")}
            issue={issueIn(problem, "confirmEmail")}
            value={typed.confirmEmail}
            type="email"
            autoComplete="email"
            size={30}
            onValue={(confirmEmail) => setTyped((before) => ({ ...before, confirmEmail }))}
          />
        </>
      )}
    </PartForm>
  )
}
