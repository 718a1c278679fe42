import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { Disclosure } from "../../parts/disclosure/Disclosure.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { accountTypesOf, haveReady } from "../claimKindsOf.ts"

/**
 * What an individual needs before they start, made of the rule set's own table: nothing is named here that a later step
 * would refuse, and nothing that it takes is left out.
 */
export const HaveReady = ({ options }: { readonly options: LogonRequestOptions }) => {
  const count = options.policy.verification.returnWindow.count
  const [first, ...others] = accountTypesOf(options, "SSN")
  return (
    <section class="mtc-ready" aria-labelledby="mtc-ready">
      <p class="mtc-label" id="mtc-ready">
        {say("have-ready.title")}
      </p>
      <ul>
        <li>{say("have-ready.id")}</li>
        <li>
          {say("have-ready.one-of")}
          <ul>
            {first?.claimKinds.map((kind) => (
              <li key={kind}>{say(haveReady[kind], { count })}</li>
            ))}
          </ul>
        </li>
      </ul>
      <p>{say("have-ready.zero")}</p>
      {others.length === 0 ? null : (
        <Disclosure summary={say("have-ready.others")}>
          {others.map((row) => (
            <div key={row.id}>
              <p class="mtc-label">{sayOf("account-type.", row.label)}</p>
              <ul>
                {row.claimKinds.map((kind) => (
                  <li key={kind}>{say(haveReady[kind], { count })}</li>
                ))}
              </ul>
            </div>
          ))}
        </Disclosure>
      )}
    </section>
  )
}
