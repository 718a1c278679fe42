import { useEffect, useState } from "preact/hooks"
import type { Reply } from "../../api/Problem.ts"
import { Button } from "../../parts/button/Button.tsx"
import { say } from "../../wording/say.ts"
import { problemWords } from "../useCall.ts"

/** Seconds until another code may be asked for, and that a code lives. The server has the last word on both. */
const [cooldown, lifetime] = [30, 600]

/** Minutes at which the time left is told to a screen reader. */
const phases: ReadonlySet<number> = new Set([5, 2, 1])

/** Whole seconds left of a span that begins anew with each `restart`. */
const useCountdown = (seconds: number): { readonly left: number; readonly restart: () => void } => {
  const [from, setFrom] = useState(() => Date.now())
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(Math.ceil(seconds - (now - from) / 1000), 0)
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [from, left === 0])
  return {
    left,
    restart: () => {
      setFrom(Date.now())
      setNow(Date.now())
    }
  }
}

/** A new code, which kills the one before; how long this one lives: politely at 5, 2 and 1 minutes, at once when it is over. @rule R-36 */
export const ResendCode = ({ resend }: { readonly resend: () => Promise<Reply<unknown>> }) => {
  const wait = useCountdown(cooldown)
  const life = useCountdown(lifetime)
  const [told, setTold] = useState("")
  const minutes = Math.ceil(life.left / 60)
  const send = async () => {
    if (wait.left > 0) return
    wait.restart()
    const reply = await resend()
    if (reply.ok) life.restart()
    setTold(reply.ok ? say("code.resent") : problemWords(reply.problem))
  }
  return (
    <div class="mtc-resend">
      <p>
        {say("code.not-received")}{" "}
        <Button kind="link" busy={wait.left > 0} onClick={() => void send()}>
          {say("code.resend")}
        </Button>
        {wait.left > 0 ? <span class="mtc-hint"> {say("code.resend-in", { seconds: wait.left })}</span> : null}
      </p>
      <p role="status">{told}</p>
      {life.left > 0 ? <p class="mtc-hint">{say("code.minutes-left", { minutes })}</p> : null}
      <span class="mtc-hidden" role="status">
        {phases.has(minutes) && life.left > 0 && life.left <= 300 ? say("code.minutes-left", { minutes }) : ""}
      </span>
      <p role="alert">{life.left === 0 ? say("code.expired") : ""}</p>
    </div>
  )
}
