import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswersView, FieldIssue, LogonRequestView } from "@mtc-logon/core/logon-request"
import type { Api } from "../src/api/Api.ts"
import type { Problem, Reply } from "../src/api/Problem.ts"
import { larry, viewOf } from "./fixtures.ts"

/** A logon request service in memory: it takes every answer but what it is told to refuse, and writes down each call. */
export const serviceInMemory = (answered: AnswersView = {}) => {
  let view: LogonRequestView = viewOf(answered)
  let refusal: Problem | undefined
  const calls: Array<{ readonly name: string; readonly body?: unknown }> = []
  const reply = async <A>(name: string, value: () => A, body?: unknown): Promise<Reply<A>> => {
    calls.push({ name, ...(body === undefined ? {} : { body }) })
    return refusal === undefined ? { ok: true, value: value() } : { ok: false, problem: refusal }
  }
  const one = "/v1/logon-requests/{id}"
  const answers: Readonly<Record<string, (body: unknown) => Promise<Reply<unknown>>>> = {
    "POST /v1/logon-requests": (body) => reply("open", () => ({ ...view, token: "token" }), body),
    [`GET ${one}`]: () => reply("read", () => view),
    [`POST ${one}/keep`]: () => reply("keep", () => view),
    [`POST ${one}/submit`]: () =>
      reply("submit", () => {
        view = { ...view, status: "submitted", step: "confirmation", confirmationNumber: "0-704-061-440" }
        const role = { role: "MasterAdministrator", scope: "all" } as const
        return {
          confirmationNumber: "0-704-061-440",
          submittedAt: "2020-11-20T13:55:15-05:00",
          username: "good.elmo",
          pin: "1234",
          role
        }
      }),
    [`POST ${one}/email`]: (body) => reply("correctEmail", () => undefined, body),
    [`POST ${one}/not-me`]: () => reply("notMe", () => undefined),
    [`DELETE ${one}`]: () => reply("leave", () => undefined),
    [`POST ${one}/events-ticket`]: async () => ({ ok: false, problem: { status: 503, code: "unavailable" } })
  }
  const answer = (step: AnsweredStepId, text: unknown) =>
    reply(
      `answer ${step}`,
      () => {
        const known: AnswersView = larry
        return (view = viewOf({ ...view.answers, [step]: known[step] ?? {} }))
      },
      text
    )
  const call = (way: string, { body }: { readonly body?: unknown } = {}) => {
    const [, step] = way.split("/answers/")
    return step === undefined ? answers[way]!(body) : answer(step as AnsweredStepId, body)
  }
  const api = Object.assign(call, { base: "" }) as unknown as Api
  return {
    api,
    calls,
    names: () => calls.map(({ name }) => name),
    refuse: (problem: Partial<Problem> | undefined) => {
      refusal = problem === undefined ? undefined : { status: 422, code: "issues", ...problem }
    },
    settle: (status: LogonRequestView["status"]) => {
      view = { ...view, status }
    }
  }
}

export const issueOn = (path: string, messageId: string): FieldIssue => ({
  path,
  code: messageId,
  messageId,
  params: {}
})
