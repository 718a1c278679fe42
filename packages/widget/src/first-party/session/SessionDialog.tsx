import type { CurrentSessionView } from "@mtc-logon/core/login"
import { useEffect, useRef, useState } from "preact/hooks"
import type { SecurityApi } from "../../api/securityApi.ts"
import type { SessionApi } from "../../api/sessionApi.ts"
import { Button } from "../../parts/button/Button.tsx"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { say } from "../../wording/say.ts"
import { sessionStore } from "../sessionStore.ts"

export interface SessionDialogProps {
  readonly api: SessionApi
  readonly security: SecurityApi
}

/** Milliseconds until the sooner end of a session, by the service's own clock. */
const msLeft = ({ expiresAt, idleEndsAt, now }: CurrentSessionView): number =>
  Math.min(Date.parse(idleEndsAt), Date.parse(expiresAt)) - Date.parse(now)

/** The time left as a person says it: `2 minutes 30 seconds`. */
const leftWords = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = say("security.session.seconds", { seconds: seconds % 60 })
  if (minutes === 0) return rest
  const whole = say("security.session.minutes", { minutes })
  return seconds % 60 === 0 ? whole : say("security.session.both", { minutes: whole, seconds: rest })
}

/** What a screen reader is told, and from how many seconds on: three times, not each second. */
const announcements = [
  [20, "security.session.left-20"],
  [60, "security.session.left-60"],
  [150, "security.session.left-150"]
] as const

/**
 * Asks before a session ends whether to go on, and says so when it has ended.
 *
 * **Details**
 *
 * It looks at the service's time, which moves nothing, when the page opens and when the warning is due: another tab, or a
 * call of this one, may have moved the end meanwhile. Escape goes on, as the button does.
 *
 * @rule D-48
 */
export const SessionDialog = ({ api, security }: SessionDialogProps) => {
  const [endsAt, setEndsAt] = useState<number | undefined>(undefined)
  const [now, setNow] = useState(() => Date.now())
  const [over, setOver] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const end = () => {
    sessionStore.keep(undefined)
    setEndsAt(undefined)
    setOver(true)
  }
  /** Sets the next look, or opens the question where the end is near. */
  const plan = (session: CurrentSessionView) => {
    clearTimeout(timer.current)
    const left = msLeft(session)
    const untilWarning = left - session.warnSeconds * 1000
    if (left <= 0) return end()
    if (untilWarning > 0) {
      setEndsAt(undefined)
      timer.current = setTimeout(look, untilWarning + 50)
    } else {
      setNow(Date.now())
      setEndsAt(Date.now() + left)
    }
  }
  const look = () =>
    void security.current().then((reply) => {
      if (reply.ok) plan(reply.value)
      else if (reply.problem.status === 401 && timer.current !== undefined) end()
    })
  useEffect(() => {
    look()
    return () => clearTimeout(timer.current)
  }, [])
  useEffect(() => {
    if (endsAt === undefined) return undefined
    const ticking = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= endsAt) look()
    }, 1000)
    return () => clearInterval(ticking)
  }, [endsAt])

  const leave = () => void api.logOut().then(() => location.assign("/"))
  const keep = () => void security.keep().then((reply) => (reply.ok ? plan(reply.value) : end()))
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
  if (endsAt === undefined) return null
  const seconds = Math.max(0, Math.round((endsAt - now) / 1000))
  const told = announcements.find(([from]) => seconds <= from)
  return (
    <Dialog key="ask" id="mtc-session" title={say("security.session.title")} onClose={keep}>
      <p aria-hidden="true">{say("security.session.text", { left: leftWords(seconds) })}</p>
      <p class="mtc-hidden" role="status">
        {told === undefined ? "" : say(told[1])}
      </p>
      <div class="mtc-actions">
        <Button onClick={keep}>{say("security.session.keep")}</Button>
        <Button kind="link" onClick={leave}>
          {say("security.session.log-out")}
        </Button>
      </div>
    </Dialog>
  )
}
