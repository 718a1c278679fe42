import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { activationCode } from "./activationCode.ts"
import { LogInForm } from "./LogInForm.tsx"

/** The log-in page; opened by the link of the approval mail it says what comes next. Opening it changes nothing. @rule R-29 */
export const LogInPage = (props: PageProps) => {
  const activates = props.data.page === "activate"
  return (
    <>
      <Heading depth={0}>{activates ? say("page.activate.title") : say("page.log-in.title")}</Heading>
      {activates ? (
        <p>{activationCode() === undefined ? say("page.activate.no-code") : say("page.activate.text")}</p>
      ) : null}
      <LogInForm {...props} />
    </>
  )
}
