import type {
  AnswerTexts,
  DraftEndView,
  LogonRequestView,
  OpenedLogonRequestView,
  ReceiptView
} from "@mtc-logon/core/logon-request"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { callOf } from "./callOf.ts"
import type { Reply } from "./Problem.ts"

/** What opens a request, and the key of its one submit; all that a page keeps. */
export interface RequestKey {
  readonly id: string
  readonly token: string
  /** Sent with each submit of this request: pressed twice is one request. */
  readonly submitKey: string
}

/** Who asks for a logon, and in which language. */
export interface OpenedBy {
  readonly partnerId?: string
  readonly locale?: string
  readonly reference?: string
}

/** The calls on logon requests of the service under `base`. */
export const logonRequestApi = (base: string) => {
  const call = callOf(base)
  const at = (key: RequestKey, rest = "") => ({ path: `/v1/logon-requests/${key.id}${rest}`, token: key.token })
  return {
    base,
    open: (by: OpenedBy) => call<OpenedLogonRequestView>({ method: "POST", path: "/v1/logon-requests", body: by }),
    read: (key: RequestKey) => call<LogonRequestView>({ method: "GET", ...at(key) }),
    /** Moves the end of a draft. */
    keep: (key: RequestKey) => call<DraftEndView>({ method: "POST", ...at(key, "/keep") }),
    answer: <S extends AnsweredStepId>(
      key: RequestKey,
      step: S,
      text: AnswerTexts[S]
    ): Promise<Reply<LogonRequestView>> => call({ method: "PUT", ...at(key, `/answers/${step}`), body: text }),
    submit: (key: RequestKey) =>
      call<ReceiptView>({ method: "POST", ...at(key, "/submit"), idempotencyKey: key.submitKey }),
    correctEmail: (key: RequestKey, body: { password: string; email: string; confirmEmail: string }) =>
      call<unknown>({ method: "POST", ...at(key, "/email"), body }),
    notMe: (key: RequestKey) => call<unknown>({ method: "POST", ...at(key, "/not-me") }),
    leave: (key: RequestKey) => call<void>({ method: "DELETE", ...at(key) }),
    eventsTicket: (key: RequestKey) =>
      call<{ readonly ticket: string }>({ method: "POST", ...at(key, "/events-ticket") })
  }
}

export type LogonRequestApi = ReturnType<typeof logonRequestApi>
