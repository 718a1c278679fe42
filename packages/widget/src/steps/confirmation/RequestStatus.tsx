import { useEffect, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import type { RequestKey } from "../../api/RequestKey.ts"
import type { Status } from "../../api/watchStatus.ts"
import { watchStatus } from "../../api/watchStatus.ts"
import { say } from "../../wording/say.ts"

export interface RequestStatusProps {
  readonly api: Api
  readonly requestKey: RequestKey
  readonly first: Status
  readonly phone: string
}

const settled: ReadonlySet<Status> = new Set(["referred", "denied", "expired", "two-step-ready", "over"])

const sentence = (status: Status, phone: string): string => {
  switch (status) {
    case "draft":
    case "submitted":
      return say("status.submitted")
    case "approved":
      return say("status.approved")
    case "referred":
    case "denied":
      return say("status.referred", { phone })
    case "activated":
    case "two-step-ready":
      return say("status.activated")
    case "over":
      return say("status.over")
    case "expired":
      return say("status.expired", { phone })
  }
}

/** What becomes of the request, told by itself while the confirmation is on the screen. */
export const RequestStatus = ({ api, requestKey, first, phone }: RequestStatusProps) => {
  const [status, setStatus] = useState(first)
  useEffect(() => {
    const stop = watchStatus(api, requestKey, (status) => {
      setStatus(status)
      if (settled.has(status)) stop()
    })
    return stop
  }, [api, requestKey])
  const waiting = status === "submitted" || status === "draft"
  return (
    <p class={waiting ? "mtc-status mtc-status-waiting" : "mtc-status"} role="status" data-status={status}>
      <span class="mtc-status-mark" aria-hidden="true" />
      <span>{sentence(status, phone)}</span>
    </p>
  )
}
