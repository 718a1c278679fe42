import type { ActivityView, LetterCodeView } from "@mtc-logon/core/profile"
import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { formatDateTime } from "../../steps/formatDateTime.ts"
import { say, sayOf } from "../../wording/say.ts"
import { missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"
import { useCall } from "../useCall.ts"
import { PartForm } from "./PartForm.tsx"

type SectionProps = Pick<PageProps, "api" | "data">

const Section = ({
  children,
  id,
  title
}: {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <section aria-labelledby={id}>
    <Heading depth={1} id={id}>
      {title}
    </Heading>
    {children}
  </section>
)

/** Makes the role of a Master Administrator rest on a letter; nothing where it does already. @rule D-25 */
const LetterCode = ({ api, data }: SectionProps) => {
  const [asked, setAsked] = useState<LetterCodeView | undefined>(undefined)
  const [done, setDone] = useState(false)
  const { run } = useCall()
  const form = useForm({ letterId: "" })
  useEffect(() => void run(() => api("GET /v1/me/letter-code"), setAsked), [])
  if (done)
    return (
      <DonePanel title={say("my-profile.done-title")}>
        <p>{say("my-profile.letter-code.done")}</p>
      </DonePanel>
    )
  if (asked?.possible !== true) return null
  return (
    <Section id="mtc-letter-code" title={say("my-profile.letter-code.title")}>
      <p>
        {asked.needed
          ? say("my-profile.letter-code.text", { days: asked.holdDays })
          : say("my-profile.letter-code.after-hold")}{" "}
        <a href="/letter">{say("my-profile.letter-code.request")}</a>
      </p>
      <PartForm
        api={api}
        form={form}
        phone={data.contacts.phone}
        submit={say("my-profile.letter-code.button")}
        wrong={{ letterId: missing(form.typed.letterId, "issue.letter-id-missing") }}
        call={() => api("POST /v1/me/letter-code", { body: form.typed })}
        onDone={() => setDone(true)}
      >
        <TextField
          {...form.field("letterId")}
          label={say("field.letter-id.label")}
          hint={say("field.letter-id.hint")}
          autoComplete="off"
          capitalize="characters"
          size={16}
        />
      </PartForm>
    </Section>
  )
}

/** Closes on-line registration for one's number, or opens it again. @rule D-37 */
const RegistrationLock = ({ api, data }: SectionProps) => {
  const [locked, setLocked] = useState<boolean | undefined>(undefined)
  const [told, setTold] = useState("")
  const { run } = useCall()
  const form = useCall()
  useEffect(
    () =>
      void run(
        () => api("GET /v1/me/registration-lock"),
        (answer) => setLocked(answer.locked)
      ),
    []
  )
  if (locked === undefined) return null
  return (
    <Section id="mtc-lock" title={say("my-profile.lock.title")}>
      <p>{locked ? say("my-profile.lock.is-closed") : say("my-profile.lock.is-open")}</p>
      <p role="status">{told}</p>
      <PartForm
        api={api}
        form={form}
        phone={data.contacts.phone}
        submit={locked ? say("my-profile.lock.open") : say("my-profile.lock.close")}
        call={() => api("PUT /v1/me/registration-lock", { body: { locked: !locked } })}
        onDone={(answer) => {
          setLocked(answer.locked)
          setTold(say("my-profile.saved"))
        }}
      />
    </Section>
  )
}

/** Opens amounts for one's number again. @rule D-30 */
const AmountOpening = ({ api, data }: SectionProps) => {
  const [told, setTold] = useState("")
  const form = useCall()
  return (
    <Section id="mtc-amounts" title={say("my-profile.amounts.title")}>
      <p>{say("my-profile.amounts.text", { days: data.amountsReopenDays })}</p>
      <p role="status">{told}</p>
      <PartForm
        api={api}
        form={form}
        phone={data.contacts.phone}
        submit={say("my-profile.amounts.open")}
        call={() => api("POST /v1/me/amounts/open")}
        onDone={() => setTold(say("my-profile.amounts.done"))}
      />
    </Section>
  )
}

/** "Who used my number?": what was decided and asked with it, newest first. @rule D-43 */
const ActivityList = ({ api }: SectionProps) => {
  const [activity, setActivity] = useState<ReadonlyArray<ActivityView> | undefined>(undefined)
  const { run } = useCall()
  useEffect(
    () =>
      void run(
        () => api("GET /v1/me/activity"),
        (answer) => setActivity(answer.activity)
      ),
    []
  )
  if (activity === undefined) return null
  return (
    <Section id="mtc-activity" title={say("my-profile.activity.title")}>
      {activity.length === 0 ? (
        <p>{say("my-profile.activity.none")}</p>
      ) : (
        <ul class="mtc-messages">
          {activity.map(({ at, messageId, params }, index) => (
            <li key={`${at}${index}`}>
              <p>{sayOf("activity.", messageId, params, "my-profile.activity.other")}</p>
              <p class="mtc-hint">{formatDateTime(at)}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What can be done for one's number, and who used it: each section comes when it has what it shows. */
export const ProfileSections = (props: SectionProps) => (
  <>
    <LetterCode {...props} />
    <RegistrationLock {...props} />
    <AmountOpening {...props} />
    <ActivityList {...props} />
  </>
)
