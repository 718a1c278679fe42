import type { AnswersView, LogonRequestOptions, LogonRequestView } from "@mtc-logon/core/logon-request"
import { movesOf } from "@mtc-logon/core/logon-request/rules"
import { firstOpenStep, stepsOnTheWay } from "@mtc-logon/core/journey/rules"
import type { StepId } from "@mtc-logon/core/journey"
import { mtc2020 } from "@mtc-logon/core/rule-sets"

export const links = {
  registerBusiness: "/business",
  registerIndividual: "/individual",
  registerEstate: "/estate",
  filingOptions: "/filing",
  faq: "/faq",
  videos: "/videos",
  billOfRights: "/rights",
  businessLogon: "/business-logon"
}

const { accountTypes, contacts, formLines, logon, retention, session, terms, verification } = mtc2020.policy

export const options: LogonRequestOptions = {
  policy: { idRanges: "sandbox", accountTypes, formLines, verification, logon, terms },
  contacts,
  today: "2020-11-20",
  idleMinutes: retention.draftIdleMinutes,
  warnSeconds: session.warnSeconds,
  links,
  mailFrom: "NoReply@mtc.example",
  developmentTools: false
}

/** What Larry Mo checks before the submit. */
const summary = {
  name: "LARRY MO",
  username: "good.elmo",
  phoneNumber: "+11111111111",
  email: "goodelmo@dor.state.ma.us"
}

/** The state of a draft with these answers, as the service tells it. */
export const viewOf = (answers: AnswersView, more: Partial<LogonRequestView> = {}): LogonRequestView => {
  const way = stepsOnTheWay(movesOf(answers))
  const step = firstOpenStep(new Set(Object.keys(answers) as StepId[]), movesOf(answers))
  const state = (one: StepId) => (one === step ? "current" : way.indexOf(one) < way.indexOf(step) ? "done" : "ahead")
  return {
    id: "5f8b7c1e-0000-4000-8000-000000000001",
    status: "draft",
    step,
    journey: way.map((one) => ({ step: one, title: `step.${one}.title`, state: state(one) })),
    answers,
    ...(step === "summary" && { summary }),
    options,
    ruleSet: { id: "mtc-2020", hash: "0" },
    expiresAt: "2020-11-20T19:25:15Z",
    now: "2020-11-20T18:55:15Z",
    ...more
  }
}

/** Everything that Larry Mo answers, as the service gives it back. */
export const larry: Required<Omit<AnswersView, "letter-id" | "line-item">> = {
  "taxpayer-type": { taxpayerType: "individual" },
  "taxpayer-id": { idType: "SSN", id: "***-**-6789", accountType: "personal-income-tax" },
  "verification-type": { verificationType: "amount" },
  "tax-amount": { amountKind: "taxReturnAmount" },
  profile: {
    name: "LARRY MO",
    phoneCountry: "US",
    phoneType: "cell",
    phoneNumber: "(***) ***-1111",
    email: "g*******@d**.s****.m*.us"
  },
  logon: { username: "good.elmo", secretQuestion: "city-met-spouse" },
  "profile-access": { taxProfessional: false },
  terms: { termsVersion: options.policy.terms.version }
}

/** The answers up to a step, the step itself left out. */
export const answeredBefore = (step: keyof typeof larry): AnswersView => {
  const names = Object.keys(larry) as Array<keyof typeof larry>
  return Object.fromEntries(names.slice(0, names.indexOf(step)).map((name) => [name, larry[name]]))
}
