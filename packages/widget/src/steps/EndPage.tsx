import type { ReceiptView } from "@mtc-logon/core/logon-request"
import type { Problem } from "../api/Problem.ts"
import { Button } from "../parts/button/Button.tsx"
import { Heading } from "../parts/heading/Heading.tsx"
import { say } from "../wording/say.ts"

export interface EndPageProps {
  readonly phase: "closed" | "gone" | "left" | "finished"
  readonly problem: Problem | undefined
  readonly receipt: ReceiptView | undefined
  readonly home: string | undefined
  readonly again: () => void
}

/** A visit's end: what became of what was typed, and the way on. */
export const EndPage = ({ phase, problem, receipt, home, again }: EndPageProps) => (
  <>
    <Heading depth={0}>{say("request.title")}</Heading>
    <Heading depth={1}>{say(`end.${phase}.title`)}</Heading>
    {phase === "finished" ? (
      <p>{say("end.finished.text", { number: receipt?.confirmationNumber ?? "" })}</p>
    ) : phase === "closed" && problem?.code === "origin_not_allowed" ? (
      <p>{say("end.closed.origin")}</p>
    ) : (
      <p>{say(`end.${phase}.text`)}</p>
    )}
    <div class="mtc-actions">
      {phase === "finished" ? null : (
        <Button onClick={again}>{phase === "closed" ? say("problem-alert.again") : say("end.start-again")}</Button>
      )}
      {home === undefined ? null : (
        <a class="mtc-button mtc-button-secondary" href={home}>
          {say("end.home")}
        </a>
      )}
    </div>
  </>
)
