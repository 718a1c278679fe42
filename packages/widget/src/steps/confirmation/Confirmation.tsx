import type { LogonRequestView, ReceiptView } from "@mtc-logon/core/logon-request"
import { useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import type { RequestKey } from "../../api/RequestKey.ts"
import { Button } from "../../parts/button/Button.tsx"
import { CopyButton } from "../../parts/copy-button/CopyButton.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { formatDateTime } from "../formatDateTime.ts"
import { RequestStatus } from "./RequestStatus.tsx"
import { WrongEmail } from "./WrongEmail.tsx"

export interface ConfirmationProps {
  readonly view: LogonRequestView
  readonly receipt: ReceiptView
  readonly api: Api
  readonly requestKey: RequestKey
  readonly onOk: () => void
}

/** The PIN: on the screen once its button shows it, in print always. It is told this one time. @rule D-17 @rule R-40 */
const PinRow = ({ pin }: { readonly pin: string | undefined }) => {
  const [shown, setShown] = useState(false)
  return (
    <div class="mtc-summary-row">
      <dt>{say("confirmation.pin")}</dt>
      {pin === undefined ? (
        <dd>{say("confirmation.pin-told")}</dd>
      ) : (
        <dd>
          <span class="mtc-print-only">{pin}</span>
          <span class="mtc-no-print">
            {shown ? (
              <span class="mtc-pin">{pin}</span>
            ) : (
              <>
                <span aria-hidden="true">****</span>
                <span class="mtc-hidden">{say("confirmation.pin-hidden")}</span>
              </>
            )}{" "}
            <button
              class="mtc-button mtc-button-small"
              type="button"
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {say("confirmation.pin-show")}
            </button>
          </span>
        </dd>
      )}
    </div>
  )
}

/** S12: the receipt, to be printed or copied, and what becomes of the request. @rule R-27 @rule R-40 */
export const Confirmation = ({ view, receipt, api, requestKey, onOk }: ConfirmationProps) => {
  const { contacts } = view.options
  return (
    <>
      <p class="mtc-print-only">
        {say("confirmation.printed", { site: location.host, at: formatDateTime(new Date().toISOString()) })}
      </p>
      <div class="mtc-panel">
        <p class="mtc-panel-label">{say("confirmation.number")}</p>
        <p class="mtc-panel-number">{receipt.confirmationNumber}</p>
        <CopyButton text={receipt.confirmationNumber} label={say("confirmation.copy")} />
      </div>
      <RequestStatus
        api={api}
        requestKey={requestKey}
        first={view.status === "draft" ? "submitted" : view.status}
        phone={contacts.phone}
      />
      <dl class="mtc-summary">
        <div class="mtc-summary-row">
          <dt>{say("confirmation.submitted-at")}</dt>
          <dd>{formatDateTime(receipt.submittedAt)}</dd>
        </div>
        <div class="mtc-summary-row">
          <dt>{say("field.username.label")}</dt>
          <dd>{receipt.username}</dd>
        </div>
        <PinRow pin={receipt.pin} />
      </dl>
      <Heading depth={2}>{say("confirmation.next")}</Heading>
      <p>{say("confirmation.submitted")}</p>
      <ul>
        <li>{say("confirmation.receipt-mail")}</li>
        <li>{say("confirmation.approval-mail")}</li>
      </ul>
      <p>{say("confirmation.activate")}</p>
      <p>{say("confirmation.spam", { mailFrom: view.options.mailFrom })}</p>
      <div class="mtc-no-print">
        <WrongEmail api={api} requestKey={requestKey} />
      </div>
      <Heading depth={2}>{say("confirmation.contact")}</Heading>
      <p>
        {say("confirmation.contact-text", { phone: contacts.phone, tollFree: contacts.tollFree })}{" "}
        {sayOf("contact.", contacts.hours)}
      </p>
      <div class="mtc-actions mtc-no-print">
        <Button onClick={onOk}>{say("confirmation.ok")}</Button>
        <Button kind="secondary" onClick={() => print()}>
          {say("confirmation.print")}
        </Button>
      </div>
    </>
  )
}
