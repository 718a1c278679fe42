import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { LogInForm } from "../log-in/LogInForm.tsx"
import type { PageProps } from "../PageProps.ts"

/** S01: log in, or sign up. */
export const HomePage = (props: PageProps) => (
  <>
    <Heading depth={0}>{say("page.home.title")}</Heading>
    <div class="mtc-columns">
      <section class="mtc-box" aria-labelledby="mtc-log-in">
        <Heading depth={1} id="mtc-log-in">
          {say("page.log-in.title")}
        </Heading>
        <LogInForm {...props} />
      </section>
      <section class="mtc-box" aria-labelledby="mtc-sign-up">
        <Heading depth={1} id="mtc-sign-up">
          {say("page.home.new")}
        </Heading>
        <p>{say("page.home.sign-up-text")}</p>
        <a class="mtc-button mtc-button-primary" href="/register">
          {say("page.home.sign-up")}
        </a>
      </section>
    </div>
  </>
)
