import type { ProfileView } from "@mtc-logon/core/profile"
import type { ComponentType } from "preact"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { PinWarning } from "../../parts/pin-warning/PinWarning.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { missing } from "../form/CallForm.tsx"
import { NewPasswordField } from "../form/NewPasswordField.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"
import { PartForm } from "./PartForm.tsx"

/** What each part of the profile is given. */
export interface PartProps extends Pick<PageProps, "api" | "data"> {
  readonly profile: ProfileView
  /** The words that say what was done, and the profile where it is another now. */
  readonly onDone: (said: string, changed?: ProfileView) => void
  readonly onCancel: () => void
}

const nameOf = (type: "language" | "region", code: string, locale = "en"): string =>
  new Intl.DisplayNames([locale], { type }).of(code) ?? code

/** What every part hands to its form. */
const formOf = ({ api, data, onCancel }: PartProps) => ({ api, phone: data.contacts.phone, onCancel })

/** Name, phone and language. */
const Contact = (props: PartProps) => {
  const { api, data, onDone } = props
  const { locale, name, phoneCountry, phoneNumber, phoneType } = props.profile
  const { field, ...form } = useForm({ locale, name, phoneCountry, phoneNumber, phoneType })
  const save = () => {
    const { locale: wanted, ...rest } = form.typed
    const chosen = data.supportedLocales.find((each) => each === wanted)
    return api("PATCH /v1/me/profile", { body: { ...rest, ...(chosen !== undefined && { locale: chosen }) } })
  }
  return (
    <PartForm
      {...formOf(props)}
      form={form}
      submit={say("my-profile.save")}
      call={save}
      onDone={(changed) => onDone(say("my-profile.saved"), changed)}
    >
      <TextField {...field("name")} label={say("field.name.label")} autoComplete="name" capitalize="words" size={30} />
      <SelectField
        {...field("phoneCountry")}
        label={say("field.phone-country.label")}
        autoComplete="tel-country-code"
        options={data.phoneCountries.map((value) => ({ value, label: nameOf("region", value) }))}
      />
      <RadioGroup
        {...field("phoneType")}
        legend={say("field.phone-type.legend")}
        options={(["cell", "home", "work"] as const).map((value) => ({
          value,
          label: say(`field.phone-type.${value}`)
        }))}
      />
      <TextField
        {...field("phoneNumber")}
        label={say("field.phone-number.label")}
        hint={say("field.phone-number.hint")}
        type="tel"
        autoComplete="tel-national"
        size={20}
      />
      <SelectField
        {...field("locale")}
        label={say("my-profile.language")}
        autoComplete="off"
        options={data.supportedLocales.map((value) => ({ value, label: nameOf("language", value, value) }))}
      />
    </PartForm>
  )
}

/** A new address: it counts once the link that goes there is used. */
const Email = (props: PartProps) => {
  const { field, ...form } = useForm({ email: "", confirmEmail: "" })
  const address = { type: "email", autoComplete: "email", size: 30 } as const
  return (
    <PartForm
      {...formOf(props)}
      form={form}
      submit={say("my-profile.email.button")}
      wrong={{ email: missing(form.typed.email, "issue.email-missing") }}
      call={() => props.api("PATCH /v1/me/profile", { body: form.typed })}
      onDone={(changed) => props.onDone(say("my-profile.email.sent"), changed)}
    >
      <p>{say("my-profile.email.text")}</p>
      <TextField {...field("email")} {...address} label={say("wrong-email.email")} />
      <TextField {...field("confirmEmail")} {...address} label={say("wrong-email.confirm")} />
    </PartForm>
  )
}

/** A new password; whoever else is logged in is logged out. */
const Password = (props: PartProps) => {
  const { field, ...form } = useForm({ newPassword: "", confirmPassword: "" })
  return (
    <PartForm
      {...formOf(props)}
      form={form}
      submit={say("my-profile.save")}
      wrong={{ newPassword: missing(form.typed.newPassword, "issue.password-missing") }}
      call={() => props.api("POST /v1/me/password", { body: form.typed })}
      onDone={() => props.onDone(say("my-profile.password.saved"))}
    >
      <p>{say("my-profile.password.text")}</p>
      <NewPasswordField {...field("newPassword")} data={props.data} />
      <PasswordField
        {...field("confirmPassword")}
        label={say("field.confirm-password.label")}
        autoComplete="new-password"
        showLabel={say("field.confirm-password.show")}
        hideLabel={say("field.confirm-password.hide")}
      />
    </PartForm>
  )
}

/** A new PIN for calls. @rule D-17 */
const Pin = (props: PartProps) => {
  const { field, ...form } = useForm({ pin: "" })
  const digits = props.data.pinDigits
  return (
    <PartForm
      {...formOf(props)}
      form={form}
      submit={say("my-profile.save")}
      wrong={{ pin: missing(form.typed.pin, "issue.pin-missing") }}
      call={() => props.api("PUT /v1/me/pin", { body: form.typed })}
      onDone={() => props.onDone(say("my-profile.saved"))}
    >
      <TextField
        {...field("pin")}
        label={say("field.pin.label", { digits })}
        hint={say("field.pin.hint")}
        inputMode="numeric"
        autoComplete="off"
        size={6}
      />
      <PinWarning digits={digits} pin={form.typed.pin} />
    </PartForm>
  )
}

/** Another secret question. @rule D-20 */
const Question = (props: PartProps) => {
  const { field, ...form } = useForm({ secretQuestion: "", secretAnswer: "" })
  return (
    <PartForm
      {...formOf(props)}
      form={form}
      submit={say("my-profile.save")}
      wrong={{
        secretQuestion: missing(form.typed.secretQuestion, "issue.secret-question-missing"),
        secretAnswer: missing(form.typed.secretAnswer, "issue.secret-answer-missing")
      }}
      call={() => props.api("PUT /v1/me/secret-question", { body: form.typed })}
      onDone={() => props.onDone(say("my-profile.saved"))}
    >
      <SelectField
        {...field("secretQuestion")}
        label={say("field.secret-question.label")}
        autoComplete="off"
        placeholder={say("field.secret-question.placeholder")}
        options={props.data.secretQuestions.map((value) => ({
          value,
          label: sayOf("secret-question.", `secret-question.${value}`)
        }))}
      />
      <TextField
        {...field("secretAnswer")}
        label={say("field.secret-answer.label")}
        hint={say("field.secret-answer.hint")}
        autoComplete="off"
        size={30}
      />
    </PartForm>
  )
}

/** The parts of the profile, each a form of its own. */
export const profileParts = {
  contact: Contact,
  email: Email,
  password: Password,
  pin: Pin,
  question: Question
} satisfies Readonly<Record<string, ComponentType<PartProps>>>
