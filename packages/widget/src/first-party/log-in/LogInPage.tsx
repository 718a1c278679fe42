import { useState } from "preact/hooks"
import type { Problem } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"
import { activationCode } from "./activationCode.ts"

/** Username and password; the activation code of the link goes along once, unseen. @rule D-13 */
const LogInForm = ({ api, follow, data }: PageProps) => {
  const form = useForm({ username: "", password: "" })
  const { problem, typed } = form
  const [resent, setResent] = useState(false)
  const code = activationCode()
  const resend = () =>
    void form.run(
      () => api("POST /v1/activations/resend", { body: typed }),
      () => setResent(true)
    )
  const tell = ({ code, reason }: Problem) =>
    code === "activation_required" ? (
      <Alert kind="info" title={say("log-in.activation.title")} focusable>
        <p>{say(`log-in.activation.${reason === "expired" || reason === "superseded" ? reason : "missing"}`)}</p>
        <Button kind="secondary" onClick={resend}>
          {say("log-in.activation.resend")}
        </Button>
      </Alert>
    ) : code === "log_in_failed" ? (
      <Alert kind="error" title={say("log-in.failed")} focusable>
        <p>{say("log-in.help", { phone: data.contacts.phone })}</p>
      </Alert>
    ) : undefined
  return (
    <>
      <CallForm
        form={form}
        phone={data.contacts.phone}
        tell={tell}
        submit={say("log-in.button")}
        wrong={{
          username: missing(typed.username, "issue.your-username-missing"),
          password: typed.password === "" && "issue.your-password-missing"
        }}
        call={() => api("POST /v1/sessions", { body: code === undefined ? typed : { ...typed, activationCode: code } })}
        onDone={follow}
      >
        {resent && problem === undefined ? <DonePanel title={say("log-in.activation.resent")}>{null}</DonePanel> : null}
        <TextField {...form.field("username")} label={say("field.username.label")} autoComplete="username" size={30} />
        <PasswordField
          {...form.field("password")}
          label={say("field.password.label")}
          autoComplete="current-password"
        />
      </CallForm>
      <p>
        <a href="/forgot">{say("log-in.forgot")}</a>
      </p>
    </>
  )
}

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
