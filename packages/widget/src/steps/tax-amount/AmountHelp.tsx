import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { Disclosure } from "../../parts/disclosure/Disclosure.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { FormExcerpt } from "./FormExcerpt.tsx"
import { formLinesOf } from "./formLinesOf.ts"

export interface AmountHelpProps {
  readonly options: LogonRequestOptions
  readonly accountType: string
  readonly kind: string
}

/** "How do I find this amount?": the line of each year's form, from the rule set's own table. @rule D-03 */
export const AmountHelp = ({ options, accountType, kind }: AmountHelpProps) => {
  const lines = formLinesOf(options, accountType, kind)
  const drawn = lines.find((row) => row.form !== null && row.line !== null)
  return (
    <Disclosure summary={say("form-help.summary")}>
      {drawn === undefined ? null : (
        <FormExcerpt form={drawn.form ?? ""} line={drawn.line ?? ""} label={sayOf("form-line.", drawn.label)} />
      )}
      {lines.length === 0 ? (
        <p>{say("form-help.none")}</p>
      ) : (
        <table class="mtc-table">
          <caption>{say("form-help.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("form-help.year")}</th>
              <th scope="col">{say("form-help.form")}</th>
              <th scope="col">{say("form-help.line")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((row) => (
              <tr key={`${row.form} ${row.newest}`}>
                <th scope="row">
                  {row.oldest === row.newest
                    ? row.newest
                    : say("form-help.years", { oldest: String(row.oldest), newest: String(row.newest) })}
                </th>
                <td>{row.form ?? say("form-help.your-return")}</td>
                <td>
                  {row.line === null
                    ? sayOf("form-line.", row.label)
                    : say("form-help.line-and-label", { line: row.line, label: sayOf("form-line.", row.label) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.some((row) => row.line !== null && !row.verified) ? <p>{say("form-help.unverified")}</p> : null}
      {lines.some((row) => row.unit === "wholeDollars") ? <p>{say("form-help.whole-dollars")}</p> : null}
    </Disclosure>
  )
}
