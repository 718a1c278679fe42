import { formatPhoneNumber, parsePhoneNumber } from "@mtc-logon/core/contact/rules"
import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import { GivenValue } from "../../parts/given-value/GivenValue.tsx"
import { PinWarning } from "../../parts/pin-warning/PinWarning.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { Screen, ScreenProps, Typed } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { suggestEmail } from "./suggestEmail.ts"

const countryName = (code: string): string => new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code

/** What was given before stays until somebody asks to type another; a phone number while its country stays. */
const keepsPhone = (typed: Typed, { answers }: LogonRequestView): boolean =>
  answers.profile?.phoneCountry === textOf(typed, "phoneCountry") && typed["changePhone"] !== true
const keepsEmail = (typed: Typed, { answers }: LogonRequestView): boolean =>
  answers.profile !== undefined && typed["changeEmail"] !== true

const Fields = ({ view, typed, type, field, answered }: ScreenProps) => {
  const { phoneCountries, phoneTypes } = view.options.policy.logon.profile
  const { digits } = view.options.policy.logon.pin
  const given = view.answers.profile
  const suggested = suggestEmail(textOf(typed, "email"))
  return (
    <>
      <TextField
        {...field("name")}
        label={say("field.name.label")}
        hint={say("field.name.hint")}
        autoComplete="name"
        capitalize="words"
      />
      <SelectField
        {...field("phoneCountry")}
        label={say("field.phone-country.label")}
        autoComplete="tel-country-code"
        options={phoneCountries.map((code) => ({ value: code, label: countryName(code) }))}
      />
      <RadioGroup
        {...field("phoneType")}
        legend={say("field.phone-type.legend")}
        options={phoneTypes.map((phoneType) => ({ value: phoneType, label: say(`field.phone-type.${phoneType}`) }))}
      />
      {given !== undefined && keepsPhone(typed, view) ? (
        <GivenValue
          label={say("field.phone-number.label")}
          value={given.phoneNumber}
          spoken={say("field.id.ending", { digits: given.phoneNumber.slice(-4) })}
          change={say("field.phone-number.change")}
          onChange={() => type({ changePhone: true })}
        />
      ) : (
        <TextField
          {...field("phoneNumber")}
          label={say("field.phone-number.label")}
          hint={say("field.phone-number.hint")}
          type="tel"
          autoComplete="tel-national"
          size={18}
          tidy={(text) => {
            const parsed = parsePhoneNumber(text, textOf(typed, "phoneCountry"))
            return "value" in parsed ? formatPhoneNumber(parsed.value) : text
          }}
        />
      )}
      {answered && typed["changePin"] !== true ? (
        <GivenValue
          label={say("field.pin.given-label")}
          value="****"
          spoken={say("field.pin.given")}
          change={say("field.pin.change")}
          onChange={() => type({ changePin: true })}
        />
      ) : (
        <>
          <TextField
            {...field("pin")}
            label={say("field.pin.label", { digits })}
            hint={say("field.pin.hint")}
            inputMode="numeric"
            autoComplete="off"
            size={4}
          />
          <PinWarning digits={digits} pin={textOf(typed, "pin")} />
        </>
      )}
      {given !== undefined && keepsEmail(typed, view) ? (
        <GivenValue
          label={say("field.email.label")}
          value={given.email}
          spoken={say("field.email.given")}
          change={say("field.email.change")}
          onChange={() => type({ changeEmail: true })}
        />
      ) : (
        <>
          <TextField
            {...field("email")}
            label={say("field.email.label")}
            hint={say("field.email.hint")}
            type="email"
            autoComplete="email"
            size={30}
          />
          <p class="mtc-suggestion" role="status">
            {suggested === undefined ? null : (
              <>
                {say("field.email.did-you-mean")}{" "}
                <button class="mtc-button mtc-button-link" type="button" onClick={() => type({ email: suggested })}>
                  {suggested}
                </button>
              </>
            )}
          </p>
          <TextField
            {...field("confirmEmail")}
            label={say("field.confirm-email.label")}
            type="email"
            autoComplete="email"
            size={30}
          />
        </>
      )}
    </>
  )
}

/** S07: the person who uses the logon. @rule R-16 @rule D-17 */
export const profileScreen: Screen<"profile"> = {
  start: ({ answers, options }) => {
    const { profile } = answers
    return {
      name: profile?.name ?? "",
      phoneCountry: profile?.phoneCountry ?? options.policy.logon.profile.phoneCountries[0] ?? "",
      phoneType: profile?.phoneType ?? "",
      phoneNumber: "",
      email: "",
      confirmEmail: "",
      pin: "",
      changePin: false,
      changePhone: false,
      changeEmail: false
    }
  },
  Fields,
  answer: (typed, view) => ({
    name: textOf(typed, "name"),
    phoneCountry: textOf(typed, "phoneCountry"),
    phoneType: textOf(typed, "phoneType"),
    ...(keepsPhone(typed, view) ? {} : { phoneNumber: textOf(typed, "phoneNumber") }),
    ...(keepsEmail(typed, view) ? {} : { email: textOf(typed, "email"), confirmEmail: textOf(typed, "confirmEmail") }),
    ...(view.answers.profile !== undefined && typed["changePin"] !== true ? {} : { pin: textOf(typed, "pin") })
  })
}
