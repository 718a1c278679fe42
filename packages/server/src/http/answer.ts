import type { Context } from "hono"
import { Cause, DateTime, Effect, Exit } from "effect"
import type { ManagedRuntime } from "effect"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import type { AnsweredError } from "./problems.ts"

/** Runs what a route answers; made once for the app by `answerWith`. */
export type Answer<R> = (c: Context<HttpEnv>, response: Effect.Effect<Response, AnsweredError, R>) => Promise<Response>

/**
 * What a defect is, in a line of the log.
 *
 * **Gotchas**
 *
 * Its message may hold what a person typed: only its name and where it came from are told.
 */
export const describeDefect = (defect: unknown): { readonly defect: string; readonly at: ReadonlyArray<string> } => {
  if (!(defect instanceof Error)) return { defect: typeof defect, at: [] }
  const code = "code" in defect && typeof defect.code === "string" ? ` ${defect.code}` : ""
  const frames = (defect.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return { defect: `${defect.name}${code}`, at: frames.slice(0, 8).map((line) => line.trim()) }
}

/** The database cannot be asked now, whichever room found out; it comes as a defect. */
export const isUnavailable = (defect: unknown) =>
  typeof defect === "object" && defect !== null && "_tag" in defect && defect._tag === "DatabaseUnavailable"

/**
 * Runs what a route answers: the response, or the problem of its failure.
 *
 * **Details**
 *
 * A failure that no problem stands for is a type error. A defect is a 500 with the request id; a database that cannot be
 * asked, or a server that is going down, a 503, and so is an incident, once `keepIncident` has kept it.
 */
export const answerWith =
  <R, E>(
    runtime: ManagedRuntime.ManagedRuntime<R, E>,
    keepIncident: (defect: unknown) => Effect.Effect<boolean, never, NoInfer<R>> = () => Effect.succeed(false)
  ): Answer<R> =>
  (c, response) =>
    runtime.runPromise(
      Effect.gen(function* () {
        const exit = yield* Effect.exit(response)
        if (Exit.isSuccess(exit)) return exit.value
        const now = yield* DateTime.now
        const failed = exit.cause.reasons.find((reason) => reason._tag === "Fail")
        if (failed !== undefined) return answerProblem(c, failed.error, now)
        const defect = Cause.squash(exit.cause)
        const isIncident = yield* keepIncident(defect)
        if (isIncident || isUnavailable(defect) || exit.cause.reasons.every((reason) => reason._tag === "Interrupt"))
          return answerProblem(c, new HttpError({ reason: { _tag: "Unavailable" } }), now)
        yield* Effect.logError("A call failed because of an internal error").pipe(
          Effect.annotateLogs({ requestId: c.get("requestId"), ...describeDefect(defect) })
        )
        return answerProblem(c, new HttpError({ reason: { _tag: "Defect" } }), now)
      })
    )
