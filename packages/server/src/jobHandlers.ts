import { expireLogonRequest, LogonRequestError, processLogonRequest } from "@mtc-logon/core/logon-request"
import { answerForgotten } from "@mtc-logon/core/recovery"
import { Effect } from "effect"
import { auditBrokenSeal } from "./audit/auditBrokenSeal.ts"
import { sendNotice } from "./channels/sendNotice.ts"
import { purge } from "./store/purge.ts"

/** A request that is gone meanwhile needs no job. */
const unlessGone = <R, E>(work: Effect.Effect<void, LogonRequestError | E, R>) =>
  Effect.catchIf(
    work,
    (error): error is LogonRequestError & E => error instanceof LogonRequestError && error.reason._tag === "NotFound",
    () => Effect.void
  )

/** A job that finds an incident keeps it in the trail, and comes again as any that fails. */
const audited =
  <E, R>(work: (id: string) => Effect.Effect<void, E, R>) =>
  (id: string) =>
    Effect.tapDefect(work(id), auditBrokenSeal)

/** What does the jobs of each queue. */
export const jobHandlers = {
  "process-logon-request": audited((id) => unlessGone(processLogonRequest(id))),
  "send-notice": audited(sendNotice),
  "answer-forgotten": audited(answerForgotten),
  "expire-logon": audited((id) => unlessGone(expireLogonRequest(id))),
  purge: () => purge
}

/** What the jobs need. */
export type JobPorts = Effect.Services<ReturnType<(typeof jobHandlers)[keyof typeof jobHandlers]>>
