import type { BodyOf, Calls } from "@mtc-logon/core/contract"
import type { RecoveryQuestionView } from "@mtc-logon/core/recovery"
import { useEffect, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { SummaryList } from "../../parts/summary-list/SummaryList.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { CallForm, findWrong, missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { NewPasswordField } from "../form/NewPasswordField.tsx"
import { useForm } from "../form/useForm.ts"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import type { PageProps } from "../PageData.ts"
import { hasPasskeys, signWithPasskey } from "../passkey/PasskeyForm.tsx"
import { problemWords, useCall } from "../useCall.ts"

const AnotherLink = () => (
  <p>
    <a href="/forgot">{say("reset.again")}</a>
  </p>
)

type ResetBody = BodyOf<Calls["POST /v1/recovery/password/reset"], "Encoded">

interface ResetFormProps extends PageProps {
  readonly asked: RecoveryQuestionView
  readonly token: string
  readonly onDone: () => void
}

const ResetForm = ({ api, asked, data, onDone, token }: ResetFormProps) => {
  const form = useForm({ answer: "", newPassword: "" })
  const { answer, newPassword } = form.typed
  const byCode = asked.proof === "code"
  const wrong = { newPassword: missing(newPassword, "issue.password-missing") }
  const save = (proof: Omit<ResetBody, "token" | "newPassword">) =>
    api("POST /v1/recovery/password/reset", { body: { token, ...proof, newPassword } })
  /** Asks for a new challenge each time: the one before may have been used by a password that broke a rule. */
  const sign = () =>
    void form.run(
      () => api("POST /v1/recovery/password/question", { body: { token } }),
      ({ options = {} }) =>
        void signWithPasskey(options).then((credential) =>
          credential === undefined
            ? form.refuse({ status: 422, code: "passkey_closed", title: say("security.passkey.failed") })
            : form.run(() => save({ credential }), onDone)
        )
    )
  return (
    <CallForm
      form={form}
      phone={data.contacts.phone}
      submit={say("reset.button")}
      wrong={{
        answer: missing(answer, byCode ? "issue.security-code-missing" : "issue.secret-answer-missing"),
        ...wrong
      }}
      call={() => save(byCode ? { code: answer } : { answer })}
      onDone={onDone}
    >
      {form.problem?.code === "link_refused" ? <AnotherLink /> : null}
      <SummaryList rows={[{ label: say("field.username.label"), value: asked.username }]} />
      <TextField
        {...form.field("answer")}
        label={byCode ? say("reset.code-label") : sayOf("secret-question.", `secret-question.${asked.question}`)}
        hint={byCode ? say("reset.code-hint") : say("field.secret-answer.hint")}
        autoComplete="off"
        size={30}
      />
      <NewPasswordField {...form.field("newPassword")} data={data} />
      {asked.options === undefined || !hasPasskeys() ? null : (
        <p>
          <Button kind="secondary" busy={form.busy} onClick={() => (findWrong(wrong, form) ? undefined : sign())}>
            {say("reset.passkey")}
          </Button>
        </p>
      )}
    </CallForm>
  )
}

/** Behind the mailed link: a second proof and a new password. Opening the page changes nothing. @rule D-47 */
export const ResetPage = (props: PageProps) => {
  const { api, data } = props
  const [token] = useState(linkCode("/reset"))
  const [asked, setAsked] = useState<RecoveryQuestionView | undefined>(undefined)
  const [done, setDone] = useState(false)
  const { problem, run } = useCall()
  useEffect(() => {
    if (token !== undefined) void run(() => api("POST /v1/recovery/password/question", { body: { token } }), setAsked)
  }, [])
  const finish = () => {
    forgetLinkCode()
    setDone(true)
  }
  return (
    <>
      <Heading depth={0}>{say("page.reset.title")}</Heading>
      {done ? (
        <DonePanel title={say("reset.done-title")}>
          <p>{say("reset.done-text")}</p>
          <a class="mtc-button mtc-button-primary" href="/log-in">
            {say("page.log-in.title")}
          </a>
        </DonePanel>
      ) : token === undefined ? (
        <>
          <p>{say("reset.no-link")}</p>
          <AnotherLink />
        </>
      ) : problem !== undefined ? (
        <Alert kind="error" title={problemWords(problem)}>
          <AnotherLink />
        </Alert>
      ) : asked === undefined ? (
        <p role="status">{say("request.loading")}</p>
      ) : asked.proof === "none" ? (
        <Alert kind="info" title={say("reset.nothing-left-title")}>
          <p>{say("reset.nothing-left-text", { phone: data.contacts.phone })}</p>
          <a href="/letter">{say("forgot.letter")}</a>
        </Alert>
      ) : (
        <ResetForm {...props} asked={asked} token={token} onDone={finish} />
      )}
    </>
  )
}
