import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { ProfileView } from "@mtc-logon/core/profile"
import { useEffect, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { SummaryList } from "../../parts/summary-list/SummaryList.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { CallFrame } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { OwnPage } from "../layout/OwnPage.tsx"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import type { PageProps } from "../PageData.ts"
import { useCall } from "../useCall.ts"
import { useFocusTitle } from "../useFocusTitle.ts"
import { profileParts } from "./profileParts.tsx"
import { ProfileSections } from "./ProfileSections.tsx"

interface ConfirmEmailProps {
  readonly api: Api
  readonly phone: string
  readonly onDone: (profile: ProfileView) => void
}

/** The link to a new address, opened while logged in: a button uses it, opening it does not. */
const ConfirmEmail = ({ api, onDone, phone }: ConfirmEmailProps) => {
  const [code, setCode] = useState(linkCode("/profile"))
  const form = useCall()
  if (code === undefined) return null
  const confirm = () =>
    void form.run(
      () => api("POST /v1/me/email-change/confirm", { body: { code } }),
      (profile) => {
        forgetLinkCode()
        setCode(undefined)
        onDone(profile)
      }
    )
  return (
    <CallFrame form={form} phone={phone}>
      {form.problem === undefined ? (
        <Alert kind="info" title={say("my-profile.email.confirm-title")}>
          <Button busy={form.busy} onClick={confirm}>
            {say("my-profile.email.confirm")}
          </Button>
        </Alert>
      ) : null}
    </CallFrame>
  )
}

/** S20, Manage My Profile: each part is changed on its own; the username never is. */
export const ProfilePage = ({ api, data, open: toPage }: PageProps) => {
  const [profile, setProfile] = useState<ProfileView | undefined>(undefined)
  const [part, setPart] = useState<keyof typeof profileParts | undefined>(undefined)
  const [said, setSaid] = useState<string | undefined>(undefined)
  const { problem, run } = useCall()
  useEffect(() => void run(() => api("GET /v1/me/profile"), setProfile), [])
  // Where something was done, the panel that says so has the focus.
  useFocusTitle([part], said !== undefined ? undefined : part === undefined ? "title" : "step")

  const open = (next: keyof typeof profileParts) => () => {
    setSaid(undefined)
    setPart(next)
  }
  const close = () => setPart(undefined)
  const done = (words: string, changed?: ProfileView) => {
    if (changed !== undefined) setProfile(changed)
    setSaid(words)
    close()
  }
  const Part = part === undefined ? undefined : profileParts[part]
  return (
    <OwnPage title={say("page.profile.title")} value={profile} problem={problem} open={toPage}>
      {(profile) =>
        part !== undefined && Part !== undefined ? (
          <>
            <Heading depth={1}>{say(`my-profile.${part}.title`)}</Heading>
            <Part api={api} data={data} profile={profile} onDone={done} onCancel={close} />
          </>
        ) : (
          <>
            {said === undefined ? null : (
              <DonePanel title={say("my-profile.done-title")}>
                <p>{said}</p>
              </DonePanel>
            )}
            <ConfirmEmail
              api={api}
              phone={data.contacts.phone}
              onDone={(changed) => done(say("my-profile.email.confirmed"), changed)}
            />
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
            <ProfileSections api={api} data={data} />
            <p>
              <a href="/account">{say("my-profile.back")}</a>
            </p>
          </>
        )
      }
    </OwnPage>
  )
}
