import { say } from "../../wording/say.ts"
import { Button } from "../button/Button.tsx"
import { Dialog } from "../dialog/Dialog.tsx"

export interface TimeLeftProps {
  readonly id: string
  readonly title: string
  readonly secondsLeft: number
  /** What happens when the time is over, with `left` as a person says it: `2 minutes 30 seconds`. */
  readonly text: (left: string) => string
  /** The same in short, for a screen reader. */
  readonly told: (left: string) => string
  readonly keep: string
  readonly leave: string
  readonly onKeep: () => void
  readonly onLeave: () => void
}

/** From how many seconds on a screen reader is told: three times, not each second. */
const announcedAt = [20, 60, 150] as const

const leftWords = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = say("time-left.seconds", { seconds: seconds % 60 })
  if (minutes === 0) return rest
  const whole = say("time-left.minutes", { minutes })
  return seconds % 60 === 0 ? whole : say("time-left.both", { minutes: whole, seconds: rest })
}

/** Asks before a time limit ends whether to go on. Escape goes on, as the button does. */
export const TimeLeft = (props: TimeLeftProps) => {
  const at = announcedAt.find((from) => props.secondsLeft <= from)
  return (
    <Dialog id={props.id} title={props.title} onClose={props.onKeep}>
      <p aria-hidden="true">{props.text(leftWords(props.secondsLeft))}</p>
      <p class="mtc-hidden" role="status">
        {at === undefined ? "" : props.told(leftWords(at))}
      </p>
      <div class="mtc-actions">
        <Button onClick={props.onKeep}>{props.keep}</Button>
        <Button kind="link" onClick={props.onLeave}>
          {props.leave}
        </Button>
      </div>
    </Dialog>
  )
}
