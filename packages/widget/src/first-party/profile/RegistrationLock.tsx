import { useEffect, useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { useCall } from "../useCall.ts"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** Closes on-line registration for one's number, or opens it again. @rule D-37 */
export const RegistrationLock = ({ api, data }: Pick<PartProps<never>, "api" | "data">) => {
  const [locked, setLocked] = useState<boolean | undefined>(undefined)
  const [told, setTold] = useState("")
  const { run } = useCall()
  useEffect(
    () =>
      void run(
        () => api("GET /v1/me/registration-lock"),
        (answer) => setLocked(answer.locked)
      ),
    []
  )
  if (locked === undefined) return null
  return (
    <section aria-labelledby="mtc-lock">
      <Heading depth={1} id="mtc-lock">
        {say("my-profile.lock.title")}
      </Heading>
      <p>{locked ? say("my-profile.lock.is-closed") : say("my-profile.lock.is-open")}</p>
      <p role="status">{told}</p>
      <PartForm
        api={api}
        phone={data.contacts.phone}
        submit={locked ? say("my-profile.lock.open") : say("my-profile.lock.close")}
        call={() => api("PUT /v1/me/registration-lock", { body: { locked: !locked } })}
        onDone={(answer) => {
          setLocked(answer.locked)
          setTold(say("my-profile.saved"))
        }}
      >
        {() => null}
      </PartForm>
    </section>
  )
}
