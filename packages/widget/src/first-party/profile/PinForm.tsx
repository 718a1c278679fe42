import { useState } from "preact/hooks"
import { PinWarning } from "../../parts/pin-warning/PinWarning.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** A new PIN for calls. @rule D-17 */
export const PinForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [pin, setPin] = useState("")
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() => missingIn({ pin: [pin, "issue.pin-missing"] })}
      call={() => api("PUT /v1/me/pin", { body: { pin } })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <TextField
            id="mtc-pin"
            label={say("field.pin.label", { digits: data.pinDigits })}
            hint={say("field.pin.hint")}
            issue={issueIn(problem, "pin")}
            value={pin}
            inputMode="numeric"
            autoComplete="off"
            size={6}
            onValue={setPin}
          />
          <PinWarning digits={data.pinDigits} pin={pin} />
        </>
      )}
    </PartForm>
  )
}
