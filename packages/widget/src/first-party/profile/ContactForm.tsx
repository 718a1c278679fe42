import type { ChangedProfileView, ProfileView } from "@mtc-logon/core/profile"
import { useState } from "preact/hooks"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { issueIn } from "../form/CallForm.tsx"
import type { PageData } from "../PageData.ts"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

const localeName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale

const countryName = (country: string): string =>
  new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country

/** Name, phone and language. */
export const ContactForm = ({
  api,
  data,
  onCancel,
  onDone,
  profile
}: PartProps<ChangedProfileView> & { readonly profile: ProfileView; readonly data: PageData }) => {
  const { locale, name, phoneCountry, phoneNumber, phoneType } = profile
  const [typed, setTyped] = useState({ locale, name, phoneCountry, phoneNumber, phoneType })
  const type = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }))
  const save = () => {
    const chosen = data.supportedLocales.find((each) => each === typed.locale)
    const { locale: _, ...rest } = typed
    return api("PATCH /v1/me/profile", { body: { ...rest, ...(chosen !== undefined && { locale: chosen }) } })
  }
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      call={save}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <TextField
            id="mtc-name"
            label={say("field.name.label")}
            issue={issueIn(problem, "name")}
            value={typed.name}
            autoComplete="name"
            capitalize="words"
            size={30}
            onValue={(value) => type({ name: value })}
          />
          <SelectField
            id="mtc-phoneCountry"
            label={say("field.phone-country.label")}
            issue={issueIn(problem, "phoneCountry")}
            value={typed.phoneCountry}
            autoComplete="tel-country-code"
            options={data.phoneCountries.map((value) => ({ value, label: countryName(value) }))}
            onValue={(value) => type({ phoneCountry: value })}
          />
          <RadioGroup
            id="mtc-phoneType"
            legend={say("field.phone-type.legend")}
            issue={issueIn(problem, "phoneType")}
            value={typed.phoneType}
            options={(["cell", "home", "work"] as const).map((value) => ({
              value,
              label: say(`field.phone-type.${value}`)
            }))}
            onValue={(value) => type({ phoneType: value })}
          />
          <TextField
            id="mtc-phoneNumber"
            label={say("field.phone-number.label")}
            hint={say("field.phone-number.hint")}
            issue={issueIn(problem, "phoneNumber")}
            value={typed.phoneNumber}
            type="tel"
            autoComplete="tel-national"
            size={20}
            onValue={(value) => type({ phoneNumber: value })}
          />
          <SelectField
            id="mtc-locale"
            label={say("my-profile.language")}
            issue={issueIn(problem, "locale")}
            value={typed.locale}
            autoComplete="off"
            options={data.supportedLocales.map((value) => ({ value, label: localeName(value) }))}
            onValue={(value) => type({ locale: value })}
          />
        </>
      )}
    </PartForm>
  )
}
