import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { AccessView, MeView } from "@mtc-logon/core/login"
import { useEffect, useState } from "preact/hooks"
import { formatDateTime } from "../../steps/formatDateTime.ts"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { SummaryList } from "../../parts/summary-list/SummaryList.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { OwnPage } from "../layout/OwnPage.tsx"
import type { PageProps } from "../PageData.ts"
import { useCall } from "../useCall.ts"

const scopeWords = (scope: string): string =>
  scope === "all" ? say("account.all-accounts") : sayOf("account-type.", `account-type.${scope}`)

const AccessTable = ({ access }: { readonly access: ReadonlyArray<AccessView> }) => (
  <table class="mtc-table mtc-access">
    <thead>
      <tr>
        <th scope="col">{say("account.taxpayer")}</th>
        <th scope="col">{say("account.role")}</th>
        <th scope="col">{say("account.scope")}</th>
      </tr>
    </thead>
    <tbody>
      {access.map((row) => (
        <tr key={row.taxpayer + row.scope}>
          <td>
            <span aria-hidden="true">{row.taxpayer}</span>
            <span class="mtc-hidden">{say("field.id.ending", { digits: row.taxpayer.slice(-4) })}</span>
          </td>
          <td>{row.role === "MasterAdministrator" ? say("account.master") : say("account.tax-administrator")}</td>
          <td>{scopeWords(row.scope)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The home page after log-in: who one is, what one may work on, e-messages. */
export const AccountPage = ({ api, open }: PageProps) => {
  const [me, setMe] = useState<MeView | undefined>(undefined)
  const { problem, run } = useCall()
  useEffect(() => void run(() => api("GET /v1/me"), setMe), [])
  const logOut = () =>
    void run(
      () => api("DELETE /v1/sessions/current"),
      () => open("home")
    )
  const title =
    me !== undefined
      ? say("account.title", { name: me.name })
      : problem === undefined
        ? say("page.account.title")
        : say("account.title-out")
  return (
    <OwnPage title={title} value={me} problem={problem} open={open}>
      {({ access, messages, ...who }) => (
        <>
          <Heading depth={1}>{say("account.profile")}</Heading>
          <SummaryList
            rows={[
              { label: say("field.username.label"), value: who.username },
              { label: say("field.email.label"), value: who.email },
              { label: say("summary.phone"), value: formatPhoneNumber(who.phoneNumber) },
              {
                label: say("step.profile-access.title"),
                value: who.taxProfessional ? say("summary.tax-professional") : say("summary.own-taxes")
              }
            ]}
          />
          <p>
            <a href="/profile">{say("account.manage")}</a>
          </p>
          <Heading depth={1}>{say("account.access")}</Heading>
          {access.length === 0 ? <p>{say("account.no-access")}</p> : <AccessTable access={access} />}
          <Heading depth={1}>{say("account.messages")}</Heading>
          {messages.length === 0 ? (
            <p>{say("account.no-messages")}</p>
          ) : (
            <ul class="mtc-messages">
              {messages.map((message) => (
                <li key={message.id}>
                  <p>{sayOf("message.", message.messageId, message.params, "account.message")}</p>
                  <p class="mtc-hint">{formatDateTime(message.at)}</p>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href="/security">{say("security.manage")}</a>
          </p>
          <div class="mtc-actions">
            <Button kind="secondary" onClick={logOut}>
              {say("account.log-out")}
            </Button>
          </div>
        </>
      )}
    </OwnPage>
  )
}
