import { expireLogonRequest, LogonRequestError, processLogonRequest } from "@mtc-logon/core/logon-request"
import { answerForgotten } from "@mtc-logon/core/recovery"
import { Effect } from "effect"
import { sendNotice } from "./channels/sendNotice.ts"
import { purge } from "./store/purge.ts"

/** A request that is gone meanwhile needs no job. */
const unlessGone = <A, R, E>(work: Effect.Effect<A, LogonRequestError | E, R>) =>
  Effect.catchIf(
    work,
    (error): error is LogonRequestError & E => error instanceof LogonRequestError && error.reason._tag === "NotFound",
    () => Effect.succeed(null)
  )

/** What is done, is done: nothing is left to look at again. */
const atOnce = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.as(work, null)

/** What does the jobs of each queue. */
export const jobHandlers = {
  "process-logon-request": (id: string) => atOnce(unlessGone(processLogonRequest(id))),
  "send-notice": sendNotice,
  "answer-forgotten": (id: string) => atOnce(answerForgotten(id)),
  "expire-logon": (id: string) => unlessGone(expireLogonRequest(id)),
  purge: () => atOnce(purge)
}

/** What the jobs need. */
export type JobPorts = Effect.Services<ReturnType<(typeof jobHandlers)[keyof typeof jobHandlers]>>
