import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { ProfileView } from "@mtc-logon/core/profile"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { SummaryList } from "../../parts/summary-list/SummaryList.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { DonePanel } from "../form/DonePanel.tsx"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { ActivityList } from "./ActivityList.tsx"
import { ConfirmEmail } from "./ConfirmEmail.tsx"
import { ContactForm } from "./ContactForm.tsx"
import { EmailForm } from "./EmailForm.tsx"
import { LetterCode } from "./LetterCode.tsx"
import { PasswordForm } from "./PasswordForm.tsx"
import { PinForm } from "./PinForm.tsx"
import { QuestionForm } from "./QuestionForm.tsx"
import { AmountOpening } from "./AmountOpening.tsx"
import { RegistrationLock } from "./RegistrationLock.tsx"

type Part = "contact" | "email" | "password" | "pin" | "question"

/** S20, Manage My Profile: each part is changed on its own; the username never is. */
export const ProfilePage = ({ api, data, open: toPage }: PageProps) => {
  const [profile, setProfile] = useState<ProfileView | undefined>(undefined)
  const [part, setPart] = useState<Part | undefined>(undefined)
  const [said, setSaid] = useState<string | undefined>(undefined)
  const { problem, run } = useCall()
  useEffect(() => void run(() => api("GET /v1/me/profile"), setProfile), [])
  const first = useRef(true)
  useLayoutEffect(() => {
    // Where something was done, the panel that says so has the focus.
    const title = part === undefined ? "title" : "step"
    if (!first.current && said === undefined) document.querySelector<HTMLElement>(`[data-focus=${title}]`)?.focus()
    first.current = false
  }, [part])

  const open = (next: Part) => () => {
    setSaid(undefined)
    setPart(next)
  }
  const close = () => setPart(undefined)
  const done = (words: string) => (changed: ProfileView | void) => {
    if (changed !== undefined) setProfile(changed)
    setSaid(words)
    close()
  }
  if (problem !== undefined && profile === undefined)
    return (
      <>
        <Heading depth={0}>{say("page.profile.title")}</Heading>
        <Alert kind="info">
          <p>{problem.status === 401 ? say("page.log-in-first") : problemWords(problem)}</p>
          <Button onClick={() => toPage("log-in")}>{say("page.log-in.title")}</Button>
        </Alert>
      </>
    )
  if (profile === undefined)
    return (
      <>
        <Heading depth={0}>{say("page.profile.title")}</Heading>
        <p role="status">{say("request.loading")}</p>
      </>
    )
  const parts = { api, data, onCancel: close }
  if (part !== undefined)
    return (
      <>
        <Heading depth={0}>{say("page.profile.title")}</Heading>
        <Heading depth={1}>{say(`my-profile.${part}.title`)}</Heading>
        {part === "contact" ? (
          <ContactForm {...parts} profile={profile} onDone={done(say("my-profile.saved"))} />
        ) : part === "email" ? (
          <EmailForm {...parts} onDone={done(say("my-profile.email.sent"))} />
        ) : part === "password" ? (
          <PasswordForm {...parts} onDone={done(say("my-profile.password.saved"))} />
        ) : part === "pin" ? (
          <PinForm {...parts} onDone={done(say("my-profile.saved"))} />
        ) : (
          <QuestionForm {...parts} onDone={done(say("my-profile.saved"))} />
        )}
      </>
    )
  return (
    <>
      <Heading depth={0}>{say("page.profile.title")}</Heading>
      {said === undefined ? null : (
        <DonePanel title={say("my-profile.done-title")}>
          <p>{said}</p>
        </DonePanel>
      )}
      <ConfirmEmail api={api} onDone={done(say("my-profile.email.confirmed"))} />
      <SummaryList
        rows={[
          { label: say("field.username.label"), value: profile.username },
          { label: say("field.name.label"), value: profile.name, onChange: open("contact") },
          {
            label: say("summary.phone"),
            value: formatPhoneNumber(profile.phoneNumber),
            onChange: open("contact")
          },
          { label: say("field.email.label"), value: profile.email, onChange: open("email") },
          { label: say("field.password.label"), value: say("my-profile.hidden"), onChange: open("password") },
          { label: say("field.pin.given-label"), value: say("my-profile.hidden"), onChange: open("pin") },
          ...(data.secretQuestions.length === 0
            ? []
            : [
                {
                  label: say("field.secret-question.label"),
                  value:
                    profile.secretQuestion === undefined
                      ? say("my-profile.none-chosen")
                      : sayOf("secret-question.", `secret-question.${profile.secretQuestion}`),
                  onChange: open("question")
                }
              ])
        ]}
      />
      <p>
        <a href="/security">{say("my-profile.two-step")}</a>
      </p>
      <LetterCode api={api} data={data} />
      <RegistrationLock api={api} data={data} />
      <AmountOpening api={api} data={data} />
      <ActivityList api={api} />
      <p>
        <a href="/account">{say("my-profile.back")}</a>
      </p>
    </>
  )
}
