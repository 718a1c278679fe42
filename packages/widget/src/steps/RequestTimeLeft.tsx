import type { DraftEndView, LogonRequestView } from "@mtc-logon/core/logon-request"
import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"
import type { Api } from "../api/Api.ts"
import type { RequestKey } from "../api/RequestKey.ts"
import type { Reply } from "../api/Problem.ts"
import { TimeLeft } from "../parts/time-left/TimeLeft.tsx"
import type { TimeLimit } from "./useTimeLimit.ts"
import { useTimeLimit } from "./useTimeLimit.ts"
import { say } from "../wording/say.ts"

export interface RequestTimeLeftProps {
  readonly api: Api
  readonly requestKey: RequestKey
  readonly view: LogonRequestView
  /** What a person types or chooses in is in here. */
  readonly form: RefObject<HTMLElement | null>
  readonly onLeave: () => void
  readonly onOver: () => void
}

/** Milliseconds from a key that is pressed to the call that says so; all keys of that time are one call. */
const tellAfter = 20_000

/** Keeps a draft open while somebody types, and asks before its idle end whether to go on. WCAG 2.2, 2.2.1. @rule D-42 */
export const RequestTimeLeft = ({ api, form, onLeave, onOver, requestKey, view }: RequestTimeLeftProps) => {
  const { warnSeconds } = view.options
  const limitOf = ({ expiresAt, now }: DraftEndView): TimeLimit => ({
    msLeft: Date.parse(expiresAt) - Date.parse(now),
    warnSeconds
  })
  const limitIn = (reply: Reply<DraftEndView>): Reply<TimeLimit> =>
    reply.ok ? { ok: true, value: limitOf(reply.value) } : reply
  const { keep, secondsLeft } = useTimeLimit({
    first: limitOf(view),
    look: () => api("GET /v1/logon-requests/{id}", { key: requestKey }).then(limitIn),
    keep: () => api("POST /v1/logon-requests/{id}/keep", { key: requestKey }).then(limitIn),
    onOver
  })
  useEffect(() => {
    const element = form.current
    let telling: ReturnType<typeof setTimeout> | undefined
    const typed = () => {
      telling ??= setTimeout(() => {
        telling = undefined
        keep()
      }, tellAfter)
    }
    element?.addEventListener("input", typed)
    return () => {
      element?.removeEventListener("input", typed)
      clearTimeout(telling)
    }
  }, [])
  return secondsLeft === undefined ? null : (
    <TimeLeft
      id="mtc-request-time"
      title={say("request-time.title")}
      secondsLeft={secondsLeft}
      text={(left) => say("request-time.text", { left })}
      told={(left) => say("request-time.left", { left })}
      keep={say("request-time.keep")}
      leave={say("cancel.leave")}
      onKeep={keep}
      onLeave={onLeave}
    />
  )
}
