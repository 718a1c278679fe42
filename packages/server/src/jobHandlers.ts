import { expireLogonRequest, LogonRequestError, processLogonRequest } from "@mtc-logon/core/logon-request"
import { answerForgotten } from "@mtc-logon/core/recovery"
import { Effect } from "effect"
import { auditBrokenSeal } from "./audit/auditBrokenSeal.ts"
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

/** A job that finds an incident keeps it in the trail, and comes again as any that fails. */
const audited =
  <A, E, R>(work: (id: string) => Effect.Effect<A, E, R>) =>
  (id: string) =>
    Effect.tapDefect(work(id), auditBrokenSeal)

/** What does the jobs of each queue. */
export const jobHandlers = {
  "process-logon-request": audited((id) => atOnce(unlessGone(processLogonRequest(id)))),
  "send-notice": audited(sendNotice),
  "answer-forgotten": audited((id) => atOnce(answerForgotten(id))),
  "expire-logon": audited((id) => unlessGone(expireLogonRequest(id))),
  purge: audited(() => atOnce(purge))
}

/** What the jobs need. */
export type JobPorts = Effect.Services<ReturnType<(typeof jobHandlers)[keyof typeof jobHandlers]>>
