import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** Opens amounts for one's number again. @rule D-30 */
export const AmountOpening = ({ api, data }: Pick<PartProps<never>, "api" | "data">) => {
  const [told, setTold] = useState("")
  return (
    <section aria-labelledby="mtc-amounts">
      <Heading depth={1} id="mtc-amounts">
        {say("my-profile.amounts.title")}
      </Heading>
      <p>{say("my-profile.amounts.text")}</p>
      <p role="status">{told}</p>
      <PartForm
        api={api}
        phone={data.contacts.phone}
        submit={say("my-profile.amounts.open")}
        call={() => api("POST /v1/me/amounts/open")}
        onDone={() => setTold(say("my-profile.amounts.done"))}
      >
        {() => null}
      </PartForm>
    </section>
  )
}
