import { DateTime, Redacted } from "effect"
import { maskEmailAddress } from "../contact/maskEmailAddress.ts"
import { maskPhoneNumber } from "../contact/maskPhoneNumber.ts"
import { dayOf } from "../decisions/dayOf.ts"
import { keysOf } from "../engine/keysOf.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import { firstOpenStep, stepsOnTheWay } from "../journey/stepsOnTheWay.ts"
import type { StepId } from "../journey/logonRequestJourney.ts"
import { maskTaxpayerIdentifier } from "../taxpayer/maskTaxpayerIdentifier.ts"
import type { Answers, AnswersView } from "./stepShapes.ts"
import type { HouseSettings } from "./HouseSettings.ts"
import type { LogonRequest, LogonRequestDraft } from "./LogonRequest.ts"
import type {
  JourneyPlace,
  LogonRequestOptions,
  LogonRequestState,
  LogonRequestView,
  SummaryView
} from "./logonRequestViewSchema.ts"
import { movesOf } from "./movesOf.ts"

const placesOf = (answers: AnswersView, current: StepId): ReadonlyArray<JourneyPlace> => {
  const way = stepsOnTheWay(movesOf(answers)).filter((step) => step !== "confirmation")
  const at = current === "confirmation" ? way.length : way.indexOf(current)
  return way.map((step, place) => ({
    step,
    title: `step.${step}.title`,
    state: place < at ? "done" : place === at ? "current" : "ahead"
  }))
}

/** The answers as they may be shown to the person who gave them. */
export const answersToView = ({ logon, profile, terms, "taxpayer-id": taxpayerId, ...rest }: Answers): AnswersView => ({
  ...rest,
  ...(taxpayerId && {
    "taxpayer-id": {
      idType: taxpayerId.idType,
      id: maskTaxpayerIdentifier(Redacted.value(taxpayerId.id), taxpayerId.idType),
      accountType: taxpayerId.accountType
    }
  }),
  ...(profile && {
    profile: {
      name: profile.name,
      phoneCountry: profile.phoneCountry,
      phoneType: profile.phoneType,
      phoneNumber: maskPhoneNumber(profile.phoneNumber),
      email: maskEmailAddress(profile.email)
    }
  }),
  ...(logon && { logon: { username: logon.username, secretQuestion: logon.secretQuestion } }),
  ...(terms && { terms: { termsVersion: terms.termsVersion } })
})

const summaryOf = ({ logon, profile }: Answers): SummaryView | undefined =>
  logon &&
  profile && {
    name: profile.name,
    username: logon.username,
    phoneNumber: profile.phoneNumber,
    email: profile.email
  }

/** The first step that has no answer. */
export const openStepOf = ({ answers }: LogonRequestDraft): StepId => {
  const view = answersToView(answers)
  return firstOpenStep(new Set(keysOf(view)), movesOf(view))
}

/** What the screens of a request need: the page's part of the policy, and what the server adds to it. */
const optionsOf = (
  { accountTypes, contacts, formLines, idRanges, logon, retention, session, terms, verification }: PolicyInForce,
  house: HouseSettings,
  now: DateTime.Utc
): LogonRequestOptions => {
  const { hours, mailFrom, phone, tollFree } = contacts
  const offered = formLines.filter(({ accountType, kind }) => accountTypes[accountType].claimKinds.includes(kind))
  return {
    policy: { idRanges, accountTypes, formLines: offered, verification, logon, terms },
    contacts: { phone, tollFree, hours },
    today: dayOf(now),
    idleMinutes: retention.draftIdleMinutes,
    warnSeconds: session.warnSeconds,
    mailFrom,
    ...house
  }
}

/**
 * What the owner of a request sees of it.
 *
 * **Gotchas**
 *
 * Role and whether a logon exists are told from the logon step on, never before the taxpayer is verified (D-10, D-34).
 */
export const logonRequestToState = (
  request: LogonRequest,
  policy: Pick<PolicyInForce, "retention">,
  now: DateTime.Utc
): LogonRequestState => {
  const { id, ruleSet, status } = request
  const at = DateTime.formatIso(now)
  if (request.status !== "draft") {
    return {
      id,
      status,
      step: "confirmation",
      journey: placesOf({}, "confirmation"),
      answers: {},
      ruleSet,
      expiresAt: DateTime.formatIso(DateTime.add(request.submittedAt, { hours: policy.retention.draftHours })),
      now: at,
      role: request.role,
      confirmationNumber: request.confirmationNumber
    }
  }
  const answers = answersToView(request.answers)
  const step = openStepOf(request)
  const place = stepsOnTheWay(movesOf(answers))
  const summary = step === "summary" ? summaryOf(request.answers) : undefined
  const knowsRole = request.proof !== null && place.indexOf(step) >= place.indexOf("logon")
  return {
    id,
    status,
    step,
    journey: placesOf(answers, step),
    answers,
    ...(summary && { summary }),
    ruleSet,
    expiresAt: DateTime.formatIso(request.expiresAt),
    now: at,
    ...(knowsRole && { role: request.proof.role, logonExists: request.proof.logonExists })
  }
}

/** The state of a request with the options of its screens. */
export const logonRequestToView = (
  request: LogonRequest,
  policy: PolicyInForce,
  house: HouseSettings,
  now: DateTime.Utc
): LogonRequestView => ({ ...logonRequestToState(request, policy, now), options: optionsOf(policy, house, now) })
