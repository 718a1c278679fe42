import type { ComponentChildren } from "preact"
import type { Problem } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageData.ts"
import { problemWords } from "../useCall.ts"

export interface OwnPageProps<T> {
  readonly title: string
  /** What the page shows; absent: it comes, or `problem` says why not. */
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly open: PageProps["open"]
  readonly children: (value: T) => ComponentChildren
}

/** A page of somebody's own: until it has what it shows it waits, or leads to the log-in. Its heading stays, and the focus on it. */
export const OwnPage = <T,>({ children, open, problem, title, value }: OwnPageProps<T>) => (
  <>
    <Heading depth={0}>{title}</Heading>
    {value !== undefined ? (
      children(value)
    ) : problem === undefined ? (
      <p role="status">{say("request.loading")}</p>
    ) : (
      <Alert kind="info">
        <p>{problem.status === 401 || problem.status === 403 ? say("page.log-in-first") : problemWords(problem)}</p>
        <Button onClick={() => open("log-in")}>{say("page.log-in.title")}</Button>
      </Alert>
    )}
  </>
)
