import { maskTaxpayerIdentifier } from "@mtc-logon/core/taxpayer/rules"
import type { IdType } from "@mtc-logon/core/taxpayer"
import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import { useState } from "preact/hooks"
import { GivenValue } from "../../parts/given-value/GivenValue.tsx"
import { MaskedInput } from "../../parts/masked-input/MaskedInput.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { accountTypesOf } from "../claimKindsOf.ts"
import { fieldId } from "../fieldId.ts"
import type { Screen, ScreenProps, Typed } from "../Screen.ts"
import { textOf } from "../Screen.ts"

const idTypeOf = (typed: Typed): IdType => (textOf(typed, "idType") === "ITIN" ? "ITIN" : "SSN")

/** The number that was given before stays while its type stays and nobody asked to type another. */
const isKept = (typed: Typed, { answers }: LogonRequestView): boolean =>
  answers["taxpayer-id"] !== undefined &&
  answers["taxpayer-id"].idType === textOf(typed, "idType") &&
  typed["changeId"] !== true

const maskOf = (typed: Typed, field: string): string =>
  maskTaxpayerIdentifier(textOf(typed, field).replaceAll(/[\s-]/g, ""), idTypeOf(typed))

const Fields = ({ view, typed, type, field }: ScreenProps) => {
  const [shown, setShown] = useState(false)
  const { contacts } = view.options
  const idType = idTypeOf(typed)
  const name = idType === "SSN" ? say("field.id.ssn") : say("field.id.itin")
  const accountTypes = accountTypesOf(view.options, idType)
  const given = view.answers["taxpayer-id"]
  const chooseIdType = (value: string) => {
    const offered = accountTypesOf(view.options, value === "ITIN" ? "ITIN" : "SSN").map(({ id }): string => id)
    const accountType = textOf(typed, "accountType")
    type({ idType: value, accountType: offered.includes(accountType) ? accountType : (offered[0] ?? "") })
  }
  return (
    <>
      <RadioGroup
        {...field("idType")}
        legend={say("field.id-type.legend")}
        value={idType}
        options={[
          { value: "SSN", label: say("field.id-type.ssn") },
          { value: "ITIN", label: say("field.id-type.itin") }
        ]}
        onValue={chooseIdType}
      />
      {given !== undefined && isKept(typed, view) ? (
        <GivenValue
          label={name}
          value={given.id}
          spoken={say("field.id.ending", { digits: given.id.slice(-4) })}
          change={say("field.id.change")}
          onChange={() => type({ changeId: true })}
        />
      ) : (
        <>
          <MaskedInput
            {...field("id")}
            label={name}
            hint={idType === "SSN" ? say("field.id.ssn-hint") : say("field.id.itin-hint")}
            masked={maskOf(typed, "id")}
            shown={shown}
          />
          <MaskedInput
            {...field("confirmId")}
            label={idType === "SSN" ? say("field.id.ssn-confirm") : say("field.id.itin-confirm")}
            masked={maskOf(typed, "confirmId")}
            shown={shown}
          />
          <button
            class="mtc-button mtc-button-small mtc-after-field"
            type="button"
            aria-pressed={shown}
            aria-controls={`${fieldId("id")} ${fieldId("confirmId")}`}
            onClick={() => setShown(!shown)}
          >
            {say("field.id.show")}
          </button>
        </>
      )}
      {accountTypes.length > 5 ? (
        <SelectField
          {...field("accountType")}
          label={say("field.account-type.label")}
          hint={say("field.account-type.hint")}
          autoComplete="off"
          options={accountTypes.map(({ id, label }) => ({ value: id, label: sayOf("account-type.", label) }))}
        />
      ) : (
        <RadioGroup
          {...field("accountType")}
          legend={say("field.account-type.label")}
          hint={say("field.account-type.hint")}
          options={accountTypes.map(({ id, label }) => ({ value: id, label: sayOf("account-type.", label) }))}
        />
      )}
      <p>{say("taxpayer-id.not-filed")}</p>
      <p>{say("taxpayer-id.zero-returns", { phone: contacts.phone, tollFree: contacts.tollFree })}</p>
    </>
  )
}

/** S04: the number and the tax account. @rule R-05 @rule R-06 */
export const taxpayerIdScreen: Screen<"taxpayer-id"> = {
  start: ({ answers, options }) => {
    const given = answers["taxpayer-id"]
    return {
      idType: given?.idType ?? "SSN",
      accountType: given?.accountType ?? accountTypesOf(options, "SSN")[0]?.id ?? "",
      id: "",
      confirmId: "",
      changeId: false
    }
  },
  Fields,
  answer: (typed, view) => ({
    idType: textOf(typed, "idType"),
    accountType: textOf(typed, "accountType"),
    ...(isKept(typed, view) ? {} : { id: textOf(typed, "id"), confirmId: textOf(typed, "confirmId") })
  })
}
