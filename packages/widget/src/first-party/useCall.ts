import { useRef, useState } from "preact/hooks"
import type { Problem, Reply } from "../api/Problem.ts"
import { say } from "../wording/say.ts"

/** What a call that failed says to the person: the service's own sentence, ours where it could not be reached. */
export const problemWords = ({ status, title }: Problem): string =>
  status > 0 && status < 500 && title !== undefined ? title : say("page.unavailable")

/** Runs one call of a page at a time and keeps what was wrong with the last. `refusals` counts: after each the alert takes the focus. */
export const useCall = () => {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined; refusals: number }>({
    busy: false,
    problem: undefined,
    refusals: 0
  })
  const working = useRef(false)
  const run = async <A>(call: () => Promise<Reply<A>>, then: (value: A) => void): Promise<void> => {
    if (working.current) return
    working.current = true
    setState((before) => ({ ...before, busy: true }))
    const reply = await call()
    working.current = false
    setState((before) =>
      reply.ok
        ? { ...before, busy: false, problem: undefined }
        : { busy: false, problem: reply.problem, refusals: before.refusals + 1 }
    )
    if (reply.ok) then(reply.value)
  }
  /** What the page itself finds wrong, before it calls. */
  const refuse = (problem: Problem) => setState((before) => ({ busy: false, problem, refusals: before.refusals + 1 }))
  return { ...state, run, refuse }
}

export type Call = ReturnType<typeof useCall>
