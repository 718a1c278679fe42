import { useEffect, useState } from "preact/hooks"
import { say, sayOf } from "../../wording/say.ts"

export interface ChecklistProps {
  readonly id: string
  readonly title: string
  readonly items: ReadonlyArray<{
    readonly messageId: string
    readonly params: Readonly<Record<string, string | number>>
    readonly met: boolean
  }>
  /** Nothing is announced before something was typed. */
  readonly started: boolean
}

/** Milliseconds of silence in the field before the count is announced. */
const pause = 1_000

/** The rules of a field, each with a mark while one types. One polite region tells how many are met, once typing pauses. */
export const Checklist = ({ id, title, items, started }: ChecklistProps) => {
  const met = items.filter((item) => item.met).length
  const [told, setTold] = useState("")
  useEffect(() => {
    if (!started) return undefined
    const timer = setTimeout(() => setTold(say("checklist.count", { met, total: items.length })), pause)
    return () => clearTimeout(timer)
  }, [met, items.length, started])
  return (
    <div class="mtc-checklist" id={id}>
      <p class="mtc-checklist-title">{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item.messageId} class={item.met ? "mtc-met" : "mtc-unmet"}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              {item.met ? (
                <path fill="none" stroke="currentColor" stroke-width="2.5" d="m2.5 8.5 3.5 3.5 7.5-8" />
              ) : (
                <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" />
              )}
            </svg>
            <span>
              {sayOf("checklist.", item.messageId, item.params)}
              <span class="mtc-hidden"> {item.met ? say("checklist.met") : say("checklist.unmet")}</span>
            </span>
          </li>
        ))}
      </ul>
      <span class="mtc-hidden" role="status">
        {told}
      </span>
    </div>
  )
}
