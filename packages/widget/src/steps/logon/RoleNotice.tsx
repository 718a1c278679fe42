import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import { useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { say } from "../../wording/say.ts"

export interface RoleNoticeProps {
  readonly view: LogonRequestView
  readonly notMe: () => Promise<boolean>
}

/** Whom a person will share the taxpayer with, and what to do if that cannot be. Nobody's contact details are in it. @rule D-10 @rule D-34 */
export const RoleNotice = ({ view, notMe }: RoleNoticeProps) => {
  const [told, setTold] = useState<"no" | "sending" | "yes" | "failed">("no")
  if (view.logonExists !== true) return null
  const tell = async () => {
    if (told === "sending") return
    setTold("sending")
    setTold((await notMe()) ? "yes" : "failed")
  }
  return (
    <Alert kind="info" title={say("role-notice.title")}>
      <p>{view.role?.role === "TaxAdministrator" ? say("role-notice.administrator") : say("role-notice.exists")}</p>
      {told === "yes" ? null : (
        <p>
          {say("role-notice.not-you")}{" "}
          <button class="mtc-button mtc-button-link" type="button" onClick={() => void tell()}>
            {say("role-notice.tell-us")}
          </button>
        </p>
      )}
      <p role="status">
        {told === "yes"
          ? say("role-notice.told")
          : told === "failed"
            ? say("role-notice.failed", { phone: view.options.contacts.phone })
            : ""}
      </p>
    </Alert>
  )
}
