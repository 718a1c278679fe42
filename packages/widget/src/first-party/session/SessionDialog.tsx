import type { CurrentSessionView } from "@mtc-logon/core/login"
import { useState } from "preact/hooks"
import type { Reply } from "../../api/Problem.ts"
import type { Api } from "../../api/Api.ts"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { TimeLeft } from "../../parts/time-left/TimeLeft.tsx"
import type { TimeLimit } from "../../steps/useTimeLimit.ts"
import { useTimeLimit } from "../../steps/useTimeLimit.ts"
import { say } from "../../wording/say.ts"
import { sessionStore } from "../sessionStore.ts"

export interface SessionDialogProps {
  readonly api: Api
}

/** Until the sooner end of a session, by the service's own clock. */
const limitOf = (reply: Reply<CurrentSessionView>): Reply<TimeLimit> => {
  if (!reply.ok) return reply
  const { expiresAt, idleEndsAt, now, warnSeconds } = reply.value
  return {
    ok: true,
    value: { msLeft: Math.min(Date.parse(idleEndsAt), Date.parse(expiresAt)) - Date.parse(now), warnSeconds }
  }
}

/** Asks before a session ends whether to go on, and says so when it has ended. @rule D-48 */
export const SessionDialog = ({ api }: SessionDialogProps) => {
  const [over, setOver] = useState(false)
  const { keep, secondsLeft } = useTimeLimit({
    look: () => api("GET /v1/sessions/current").then(limitOf),
    keep: () => api("POST /v1/sessions/current/keep").then(limitOf),
    onOver: () => {
      sessionStore.keep(undefined)
      setOver(true)
    }
  })
  if (over)
    return (
      // Another dialog, not the question with other words: it takes the focus when it opens.
      <Dialog
        key="over"
        id="mtc-session"
        title={say("security.session.over")}
        onClose={() => location.assign("/log-in")}
      >
        <p>{say("security.session.over-text")}</p>
        <a class="mtc-button mtc-button-primary" href="/log-in">
          {say("page.log-in.title")}
        </a>
      </Dialog>
    )
  if (secondsLeft === undefined) return null
  return (
    <TimeLeft
      key="ask"
      id="mtc-session"
      title={say("security.session.title")}
      secondsLeft={secondsLeft}
      text={(left) => say("security.session.text", { left })}
      told={(left) => say("security.session.left", { left })}
      keep={say("security.session.keep")}
      leave={say("security.session.log-out")}
      onKeep={keep}
      onLeave={() => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))}
    />
  )
}
