import { useEffect, useState } from "preact/hooks"

/** Whole seconds left of a span that begins anew with each `restart`. */
export const useCountdown = (seconds: number): { readonly left: number; readonly restart: () => void } => {
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
