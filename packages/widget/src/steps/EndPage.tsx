import type { LogonRequestView, ReceiptView } from "@mtc-logon/core/logon-request"
import type { Problem } from "../api/Problem.ts"
import { Button } from "../parts/button/Button.tsx"
import { Heading } from "../parts/heading/Heading.tsx"
import { say } from "../wording/say.ts"

export interface EndPageProps {
  readonly phase: "closed" | "gone" | "left" | "finished"
  readonly problem: Problem | undefined
  readonly receipt: ReceiptView | undefined
  readonly view: LogonRequestView | undefined
  /** Something that was typed is still in this window. */
  readonly hasKept: boolean
  readonly home: string | undefined
  readonly again: () => void
  readonly forget: () => void
}

/** A visit's end: what became of what was typed, and the way on. */
export const EndPage = ({ again, forget, hasKept, home, phase, problem, receipt, view }: EndPageProps) => (
  <>
    <Heading depth={0}>{say("request.title")}</Heading>
    <Heading depth={1}>{say(`end.${phase}.title`)}</Heading>
    {phase === "finished" ? (
      <p>{say("end.finished.text", { number: receipt?.confirmationNumber ?? "" })}</p>
    ) : phase === "closed" && problem?.code === "origin_not_allowed" ? (
      <p>{say("end.closed.origin")}</p>
    ) : phase === "gone" && view !== undefined ? (
      <>
        <p>{say("end.gone.idle", { minutes: view.options.idleMinutes })}</p>
        <p>{hasKept ? say("end.gone.kept") : say("end.gone.cleared")}</p>
      </>
    ) : (
      <p>{say(`end.${phase}.text`)}</p>
    )}
    <div class="mtc-actions">
      {phase === "finished" ? null : (
        <Button onClick={again}>{phase === "closed" ? say("problem-alert.again") : say("end.start-again")}</Button>
      )}
      {phase === "gone" && hasKept ? (
        <Button kind="secondary" onClick={forget}>
          {say("end.gone.forget")}
        </Button>
      ) : null}
      {home === undefined ? null : (
        <a class="mtc-button mtc-button-secondary" href={home}>
          {say("end.home")}
        </a>
      )}
    </div>
  </>
)
