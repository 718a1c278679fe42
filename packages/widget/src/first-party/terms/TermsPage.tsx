import type { TermsView } from "@mtc-logon/core/login"
import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { useEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say, sayOf } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

/** Terms that are new stand before everything else: read, agreed to, and on. @rule D-44 */
export const TermsPage = ({ api, follow }: PageProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [terms, setTerms] = useState<TermsView | undefined>(undefined)
  const [agreed, setAgreed] = useState(false)
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  useEffect(() => void run(() => api("GET /v1/me/terms"), setTerms), [])
  const accept = (version: string) => {
    setIssue(
      agreed ? undefined : { path: "accepted", code: "terms", messageId: "issue.terms-not-accepted", params: {} }
    )
    if (!agreed) return refuse({ status: 0, code: "issues" })
    void run(() => api("PUT /v1/me/terms", { body: { termsVersion: version } }), follow)
  }
  const [opening, ...rest] = terms?.sentences ?? []
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("page.terms.title")}</Heading>
      <ErrorSummary issues={issue === undefined ? [] : [issue]} targetOf={() => "mtc-accepted"} />
      {problem === undefined || issue !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {problem.status === 401 ? <a href="/log-in">{say("page.log-in.title")}</a> : null}
        </Alert>
      )}
      {terms === undefined ? null : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            accept(terms.version)
          }}
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
            issue={issue}
            checked={agreed}
            onChecked={setAgreed}
          />
          <div class="mtc-actions">
            <Button type="submit" busy={busy}>
              {say("security.terms.continue")}
            </Button>
            <Button
              kind="link"
              onClick={() => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))}
            >
              {say("security.session.log-out")}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
