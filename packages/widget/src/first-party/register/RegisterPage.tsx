import { apiAt } from "../../api/Api.ts"
import { LogonRequestApp } from "../../steps/LogonRequestApp.tsx"
import type { StepEvents } from "../../steps/StepEvents.ts"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageData.ts"

const api = apiAt("")
const nobody = () => undefined
const events: StepEvents = {
  step: nobody,
  complete: nobody,
  done: () => location.assign("/"),
  cancel: nobody,
  timeout: nobody,
  error: nobody
}

/** S02 to S12 on our own page. A partner's page that leads here gives its publishable id, and its own word for the visit. */
export const RegisterPage = ({ data }: PageProps) => {
  const asked = new URLSearchParams(location.search)
  const partnerId = asked.get("p")
  const state = asked.get("state") ?? ""
  // What the service would not take is left out: the person can go on all the same.
  const reference = /^[\w.~-]{1,64}$/.test(state) ? state : null
  return (
    <>
      <p class="mtc-back mtc-no-print">
        <a href="/">{say("page.back-home")}</a>
      </p>
      <LogonRequestApp
        api={api}
        openedBy={{
          locale: document.documentElement.lang || "en",
          ...(partnerId === null ? {} : { partnerId }),
          ...(reference === null ? {} : { reference })
        }}
        events={events}
        start="registration-options"
        links={data.links}
        home="/"
        ownsDocument
      />
    </>
  )
}
