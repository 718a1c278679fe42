import { expireLogonRequest, LogonRequestError, processLogonRequest } from "@mtc-logon/core/logon-request"
import { answerForgotten } from "@mtc-logon/core/recovery"
import { Effect } from "effect"
import { sendNotice } from "./channels/sendNotice.ts"
import { purge } from "./store/purge.ts"

/** A request that is gone meanwhile needs no job. */
const unlessGone = <R, E>(work: Effect.Effect<void, LogonRequestError | E, R>) =>
  Effect.catchIf(
    work,
    (error): error is LogonRequestError & E => error instanceof LogonRequestError && error.reason._tag === "NotFound",
    () => Effect.void
  )

/** What does the jobs of each queue. */
export const jobHandlers = {
  "process-logon-request": (id: string) => unlessGone(processLogonRequest(id)),
  "send-notice": sendNotice,
  "answer-forgotten": answerForgotten,
  "expire-logon": (id: string) => unlessGone(expireLogonRequest(id)),
  purge: () => purge
}

/** What the jobs need. */
export type JobPorts = Effect.Services<ReturnType<(typeof jobHandlers)[keyof typeof jobHandlers]>>
