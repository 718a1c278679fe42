import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import { Heading } from "../../parts/heading/Heading.tsx"
import { SummaryList } from "../../parts/summary-list/SummaryList.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { accountTypeOf } from "../claimKindsOf.ts"

export interface SummaryProps {
  readonly view: LogonRequestView
  readonly change: (step: AnsweredStepId) => void
}

/** What the evidence was: its kind, never the amount or the letter's ID. */
const evidenceOf = ({ answers }: LogonRequestView): readonly [AnsweredStepId, string] => {
  const verificationType = answers["verification-type"]?.verificationType
  if (verificationType === "letterId") return ["letter-id", say("summary.evidence.letter")]
  if (verificationType === "lineItem") return ["line-item", say("summary.evidence.line-item")]
  const kind = answers["tax-amount"]?.amountKind
  const words =
    kind === "refundAmount"
      ? "summary.evidence.refund"
      : kind === "amountDue"
        ? "summary.evidence.due"
        : "summary.evidence.tax-return"
  return ["tax-amount", say(words)]
}

/** S11: what was answered, before it is submitted; no secret is in it. @rule R-26 */
export const Summary = ({ view, change }: SummaryProps) => {
  const { answers, options, summary } = view
  const row = (label: string, value: string, step: AnsweredStepId) => ({ label, value, onChange: () => change(step) })
  const accountType = answers["taxpayer-id"]?.accountType
  const account = accountTypeOf(options, accountType)?.label ?? ""
  const idType = answers["taxpayer-id"]?.idType
  const [evidenceStep, evidence] = evidenceOf(view)
  const question = answers.logon?.secretQuestion
  return (
    <>
      <p>{say("summary.text")}</p>
      <Heading depth={2}>{say("summary.logon")}</Heading>
      <SummaryList
        rows={[
          row(say("field.name.label"), summary?.name ?? "", "profile"),
          row(say("field.username.label"), summary?.username ?? "", "logon"),
          ...(question === undefined || question === ""
            ? []
            : [
                row(
                  say("field.secret-question.label"),
                  sayOf("secret-question.", `secret-question.${question}`),
                  "logon"
                )
              ]),
          row(say("summary.phone"), formatPhoneNumber(summary?.phoneNumber ?? ""), "profile"),
          row(say("field.email.label"), summary?.email ?? "", "profile")
        ]}
      />
      <Heading depth={2}>{say("summary.taxpayer")}</Heading>
      <SummaryList
        rows={[
          row(
            say("step.taxpayer-type.title"),
            answers["taxpayer-type"]?.taxpayerType === "business" ? say("summary.business") : say("summary.individual"),
            "taxpayer-type"
          ),
          {
            label: idType === "ITIN" ? say("field.id.itin") : say("field.id.ssn"),
            value: (
              <>
                <span aria-hidden="true">{answers["taxpayer-id"]?.id}</span>
                <span class="mtc-hidden">
                  {say("field.id.ending", { digits: answers["taxpayer-id"]?.id.slice(-4) ?? "" })}
                </span>
              </>
            ),
            onChange: () => change("taxpayer-id")
          },
          row(say("summary.account-type"), account === "" ? "" : sayOf("account-type.", account), "taxpayer-id"),
          row(say("summary.verification"), evidence, evidenceStep),
          row(
            say("step.profile-access.title"),
            answers["profile-access"]?.taxProfessional === true
              ? say("summary.tax-professional")
              : say("summary.own-taxes"),
            "profile-access"
          ),
          row(say("step.terms.title"), say("summary.agreed"), "terms")
        ]}
      />
    </>
  )
}
