import type { Problem } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageData.ts"
import { problemWords } from "../useCall.ts"

export interface PageWaitProps {
  readonly title: string
  /** Why the page does not get what it shows; absent: it comes. */
  readonly problem: Problem | undefined
  readonly open: PageProps["open"]
}

/** A page of somebody's own before it has what it shows: it waits, or leads to the log-in. */
export const PageWait = ({ open, problem, title }: PageWaitProps) => (
  <>
    <Heading depth={0}>{title}</Heading>
    {problem === undefined ? (
      <p role="status">{say("request.loading")}</p>
    ) : (
      <Alert kind="info">
        <p>{problem.status === 401 || problem.status === 403 ? say("page.log-in-first") : problemWords(problem)}</p>
        <Button onClick={() => open("log-in")}>{say("page.log-in.title")}</Button>
      </Alert>
    )}
  </>
)
