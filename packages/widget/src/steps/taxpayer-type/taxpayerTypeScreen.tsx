import { Alert } from "../../parts/alert/Alert.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { say } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { HaveReady } from "./HaveReady.tsx"

const Fields = ({ view, typed, field }: ScreenProps) => {
  const { contacts, links } = view.options
  const { phone, tollFree } = contacts
  const phones = { phone, tollFree }
  const taxpayerType = textOf(typed, "taxpayerType")
  return (
    <>
      <RadioGroup
        {...field("taxpayerType")}
        legend={say("field.taxpayer-type.legend")}
        value={taxpayerType}
        options={[
          { value: "individual", label: say("field.taxpayer-type.individual") },
          { value: "business", label: say("field.taxpayer-type.business") }
        ]}
      />
      {taxpayerType === "business" ? (
        <Alert kind="info" title={say("taxpayer-type.business.title")} focusable>
          <p>{say("taxpayer-type.business.text")}</p>
          {links.businessLogon === null ? (
            <p>{say("taxpayer-type.business.call", phones)}</p>
          ) : (
            <>
              <p>
                <a href={links.businessLogon} target="_blank" rel="noopener">
                  {say("taxpayer-type.business.link")}
                </a>
              </p>
              <p>{say("taxpayer-type.business.or-call", phones)}</p>
            </>
          )}
        </Alert>
      ) : (
        <>
          <HaveReady options={view.options} />
          <p>{say("taxpayer-type.zero-returns", phones)}</p>
          <p class="mtc-notice">{say("taxpayer-type.number-notice")}</p>
        </>
      )}
      <p>
        {say("taxpayer-type.only-if-filed")}{" "}
        <a
          href={taxpayerType === "business" ? links.registerBusiness : links.registerIndividual}
          target="_blank"
          rel="noopener"
        >
          {taxpayerType === "business"
            ? say("taxpayer-type.register-business")
            : say("taxpayer-type.register-individual")}
        </a>
      </p>
      <p>
        {say("taxpayer-type.form-1")}{" "}
        <a href={links.filingOptions} target="_blank" rel="noopener">
          {say("taxpayer-type.form-1-link")}
        </a>
      </p>
    </>
  )
}

/** S03: who the logon is for. A business is sent on by a link for now. @rule R-02 */
export const taxpayerTypeScreen: Screen<"taxpayer-type"> = {
  start: ({ answers }) => ({ taxpayerType: answers["taxpayer-type"]?.taxpayerType ?? "" }),
  Fields,
  answer: (typed) => ({ taxpayerType: textOf(typed, "taxpayerType") }),
  leadsOut: (typed) => textOf(typed, "taxpayerType") === "business"
}
