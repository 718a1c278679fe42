import { useRef, useState } from "preact/hooks"
import type { Problem, Reply } from "../api/Problem.ts"

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
