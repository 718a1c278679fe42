import { useEffect, useRef, useState } from "preact/hooks"
import type { Reply } from "../api/Problem.ts"

/** How long something stays open without a sign of the person. */
export interface TimeLimit {
  readonly msLeft: number
  /** Seconds before the end at which the person is asked. */
  readonly warnSeconds: number
}

export interface TimeLimitCalls {
  /** As the reply that the page just got has it; absent: the page looks. */
  readonly first?: TimeLimit
  /** How long it stays open; moves nothing. */
  readonly look: () => Promise<Reply<TimeLimit>>
  /** Moves the end. */
  readonly keep: () => Promise<Reply<TimeLimit>>
  readonly onOver: () => void
}

/** Milliseconds until the service is asked again, where it could not be. */
const retryAfter = 10_000

/**
 * Watches over a time limit: how many seconds are left once the person is to be asked, else nothing.
 *
 * **Details**
 *
 * It looks at the service's time when the warning is due: another tab, or a call of this one, may have moved the end meanwhile. What was never open is not over.
 */
export const useTimeLimit = (calls: TimeLimitCalls) => {
  const [endsAt, setEndsAt] = useState<number | undefined>(undefined)
  const [now, setNow] = useState(() => Date.now())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const wasOpen = useRef(false)
  const current = useRef(calls)
  current.current = calls

  const end = () => {
    clearTimeout(timer.current)
    setEndsAt(undefined)
    current.current.onOver()
  }
  /** Sets the next look, or opens the question where the end is near. */
  const plan = ({ msLeft, warnSeconds }: TimeLimit) => {
    clearTimeout(timer.current)
    wasOpen.current = true
    if (msLeft <= 0) return end()
    const untilWarning = msLeft - warnSeconds * 1000
    if (untilWarning > 0) {
      setEndsAt(undefined)
      timer.current = setTimeout(look, untilWarning + 50)
    } else {
      setNow(Date.now())
      setEndsAt(Date.now() + msLeft)
    }
  }
  const hear = (reply: Reply<TimeLimit>) => {
    if (reply.ok) return plan(reply.value)
    if (!wasOpen.current) return
    if (reply.problem.status === 401 || reply.problem.status === 404) return end()
    clearTimeout(timer.current)
    timer.current = setTimeout(look, retryAfter)
  }
  const look = () => void current.current.look().then(hear)
  const keep = () => void current.current.keep().then(hear)

  useEffect(() => {
    if (calls.first === undefined) look()
    else plan(calls.first)
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

  return { secondsLeft: endsAt === undefined ? undefined : Math.max(0, Math.round((endsAt - now) / 1000)), keep }
}
