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

/** The types that individuals have, with the words of each. */
const idTypes = {
  SSN: { name: "field.id.ssn", again: "field.id.ssn-confirm", hint: "field.id.ssn-hint" },
  ITIN: { name: "field.id.itin", again: "field.id.itin-confirm", hint: "field.id.itin-hint" }
} as const

/** The type that was chosen; undefined before: a wrong one gets the same answer as a right one, so none is chosen for anyone. */
const idTypeOf = (typed: Typed): keyof typeof idTypes | undefined => {
  const chosen = textOf(typed, "idType")
  return chosen === "SSN" || chosen === "ITIN" ? chosen : undefined
}

/** Every individual is offered the first list, until their type says otherwise. @rule D-31 */
const offeredTo = (view: LogonRequestView, idType: IdType = "SSN") => accountTypesOf(view.options, idType)

/** The number that was given before stays while its type stays and nobody asked to type another. */
const isKept = (typed: Typed, { answers }: LogonRequestView): boolean =>
  answers["taxpayer-id"] !== undefined &&
  answers["taxpayer-id"].idType === textOf(typed, "idType") &&
  typed["changeId"] !== true

const maskOf = (typed: Typed, field: string, idType: IdType): string =>
  maskTaxpayerIdentifier(textOf(typed, field).replaceAll(/[\s-]/g, ""), idType)

const Fields = ({ view, typed, type, field }: ScreenProps) => {
  const [shown, setShown] = useState(false)
  const { contacts } = view.options
  const idType = idTypeOf(typed)
  const words = idType && idTypes[idType]
  const accountTypes = offeredTo(view, idType)
  const given = view.answers["taxpayer-id"]
  const chooseIdType = (value: string) => {
    const offered = offeredTo(view, idTypeOf({ idType: value })).map(({ id }): string => id)
    const accountType = textOf(typed, "accountType")
    type({ idType: value, accountType: offered.includes(accountType) ? accountType : (offered[0] ?? "") })
  }
  return (
    <>
      <RadioGroup
        {...field("idType")}
        legend={say("field.id-type.legend")}
        value={idType ?? ""}
        options={[
          { value: "SSN", label: say("field.id-type.ssn") },
          { value: "ITIN", label: say("field.id-type.itin") }
        ]}
        onValue={chooseIdType}
      />
      {idType === undefined || words === undefined ? null : given !== undefined && isKept(typed, view) ? (
        <GivenValue
          label={say(words.name)}
          value={given.id}
          spoken={say("field.id.ending", { digits: given.id.slice(-4) })}
          change={say("field.id.change")}
          onChange={() => type({ changeId: true })}
        />
      ) : (
        <>
          <MaskedInput
            {...field("id")}
            label={say(words.name)}
            hint={say(words.hint)}
            masked={maskOf(typed, "id", idType)}
            shown={shown}
          />
          <MaskedInput
            {...field("confirmId")}
            label={say(words.again)}
            masked={maskOf(typed, "confirmId", idType)}
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
  start: (view) => {
    const given = view.answers["taxpayer-id"]
    return {
      idType: given?.idType ?? "",
      accountType: given?.accountType ?? offeredTo(view)[0]?.id ?? "",
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
  }),
  asks: (field, typed) => (field !== "id" && field !== "confirmId") || idTypeOf(typed) !== undefined
}
