import type { AnswersView, FieldIssue, LogonRequestView } from "@mtc-logon/core/logon-request"
import type { LogonRequestApi } from "../src/api/LogonRequestApi.ts"
import type { Problem, Reply } from "../src/api/Problem.ts"
import { larry, viewOf } from "./fixtures.ts"

/** A logon request service in memory: it takes every answer but what it is told to refuse, and writes down each call. */
export const serviceInMemory = (answers: AnswersView = {}) => {
  let view: LogonRequestView = viewOf(answers)
  let refusal: Problem | undefined
  const calls: Array<{ readonly name: string; readonly body?: unknown }> = []
  const reply = async <A>(name: string, value: () => A, body?: unknown): Promise<Reply<A>> => {
    calls.push({ name, ...(body === undefined ? {} : { body }) })
    return refusal === undefined ? { ok: true, value: value() } : { ok: false, problem: refusal }
  }
  const api: LogonRequestApi = {
    base: "",
    open: (by) => reply("open", () => ({ ...view, token: "token" }), by),
    read: () => reply("read", () => view),
    keep: () => reply("keep", () => view),
    answer: (_, step, text) =>
      reply(
        `answer ${step}`,
        () => {
          const known: AnswersView = larry
          return (view = viewOf({ ...view.answers, [step]: known[step] ?? {} }))
        },
        text
      ),
    submit: () =>
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
    correctEmail: (_, body) => reply("correctEmail", () => ({}), body),
    notMe: () => reply("notMe", () => ({})),
    leave: () => reply("leave", () => undefined),
    eventsTicket: async () => ({ ok: false, problem: { status: 503, code: "unavailable" } })
  }
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
