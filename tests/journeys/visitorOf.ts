import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type {
  AnswerTexts,
  LogonRequestState,
  LogonRequestView,
  OpenedLogonRequestView,
  ReceiptView
} from "@mtc-logon/core/logon-request"
import type { Person } from "@mtc-logon/core/testing"
import { answersOf } from "@mtc-logon/core/testing"
import type { House } from "./openHouse.ts"

/** An answer of the house, read whole. */
export interface Told<A> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: A
}

/** Somebody who visits the house over HTTP, with a browser's cookies; from an address, where it matters. */
export const visitorOf = ({ app, settings }: Pick<House, "app" | "settings">, address?: string) => {
  const cookies = new Map<string, string>()
  const origin = settings.firstPartyOrigins[0]!
  const socket = address === undefined ? {} : { incoming: { socket: { remoteAddress: address } } }

  const call = async <A = unknown>(
    method: string,
    path: string,
    { body, headers = {}, token }: { body?: unknown; headers?: Readonly<Record<string, string>>; token?: string } = {}
  ): Promise<Told<A>> => {
    const init = {
      method,
      headers: {
        origin,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") }),
        ...headers
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) })
    }
    const response = await app.request(path, init, socket)
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]!.split("=")
      if (/max-age=0/i.test(set)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === "" ? undefined : JSON.parse(text)
    }
  }

  /** Opens a request and answers its steps as one person types them. */
  const open = async (given: { readonly partnerId?: string } = {}) => {
    const { body: opened } = await call<OpenedLogonRequestView>("POST", "/v1/logon-requests", { body: given })
    const { id, token } = opened
    const at = (rest: string) => `/v1/logon-requests/${id}${rest}`
    return {
      id,
      token,
      opened,
      read: () => call<LogonRequestView>("GET", at(""), { token }),
      answer: <S extends AnsweredStepId>(step: S, body: AnswerTexts[S]) =>
        call<LogonRequestState>("PUT", at(`/answers/${step}`), { body, token }),
      submit: () => call<ReceiptView>("POST", at("/submit"), { body: {}, token }),
      cancel: () => call("DELETE", at(""), { token }),
      post: <A = unknown>(rest: string, body: unknown = {}) => call<A>("POST", at(rest), { body, token })
    }
  }

  /** Answers as a person types, up to a step, which is not answered; to the summary where none is named. */
  const walk = async (person: Person, until?: AnsweredStepId) => {
    const request = await open()
    for (const { step, text } of answersOf(person)) {
      if (step === until) break
      const told = await request.answer(step, text as never)
      if (told.status !== 200) return { request, told }
    }
    return { request, told: await request.read() }
  }

  return { call, open, walk, cookies }
}

export type Visitor = ReturnType<typeof visitorOf>
