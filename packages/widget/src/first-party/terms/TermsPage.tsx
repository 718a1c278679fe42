import type { TermsView } from "@mtc-logon/core/login"
import { useEffect, useState } from "preact/hooks"
import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { CallForm, CallFrame } from "../form/CallForm.tsx"
import type { PageProps } from "../PageData.ts"
import { useCall } from "../useCall.ts"

/** Terms that are new stand before everything else: read, agreed to, and on. @rule D-44 */
export const TermsPage = ({ api, data, follow }: PageProps) => {
  const { phone } = data.contacts
  const form = useCall()
  const [terms, setTerms] = useState<TermsView | undefined>(undefined)
  const [agreed, setAgreed] = useState(false)
  useEffect(() => void form.run(() => api("GET /v1/me/terms"), setTerms), [])
  const [opening, ...rest] = terms?.sentences ?? []
  return (
    <>
      <Heading depth={0}>{say("page.terms.title")}</Heading>
      {terms === undefined ? (
        <CallFrame form={form} phone={phone} />
      ) : (
        <CallForm
          form={form}
          phone={phone}
          submit={say("security.terms.continue")}
          wrong={{ accepted: !agreed && "issue.terms-not-accepted" }}
          call={() => api("PUT /v1/me/terms", { body: { termsVersion: terms.version } })}
          onDone={follow}
          cancel={say("security.session.log-out")}
          onCancel={() => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))}
        >
          <p>{say("security.terms.text")}</p>
          {opening === undefined ? null : <p>{sayOf("terms.", opening)}</p>}
          <ol class="mtc-terms">
            {rest.map((id) => (
              <li key={id}>{sayOf("terms.", id)}</li>
            ))}
          </ol>
          <Checkbox
            id="mtc-accepted"
            label={say("security.terms.agree")}
            issue={form.problem?.issues?.[0]}
            checked={agreed}
            onChecked={setAgreed}
          />
        </CallForm>
      )}
    </>
  )
}
