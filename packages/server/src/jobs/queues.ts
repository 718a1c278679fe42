/**
 * The queues of the server, by name: what a job of each does with the one id that it carries.
 *
 * **Details**
 *
 * A job that fails comes again, after 2 seconds at first and twice as long each time, at most after `retryDelayMax`.
 * A queue with a `cron` gets one job at each of its times, over all processes; its id is empty.
 */
export const queues = {
  /** A logon request, to be approved, referred or denied: however long the records are away, up to its end. @rule D-12 */
  "process-logon-request": { retryLimit: 5_000, retryDelayMax: 600 },
  /** A notice, to be sent. */
  "send-notice": { retryLimit: 15, retryDelayMax: 3_600 },
  /** Somebody forgot a username or password. @rule D-47 */
  "answer-forgotten": { retryLimit: 10, retryDelayMax: 600 },
  /** A logon that may never have been used, thirty days after its request. @rule D-33 */
  "expire-logon": { retryLimit: 10, retryDelayMax: 3_600 },
  /** Everything that is kept no longer. @rule D-42 */
  purge: { retryLimit: 3, retryDelayMax: 600, cron: "*/10 * * * *" }
} as const satisfies Readonly<
  Record<string, { readonly retryLimit: number; readonly retryDelayMax: number; readonly cron?: string }>
>

export type QueueName = keyof typeof queues

/** Seconds that a job may run before it counts as failed. */
export const jobSeconds = 120

/** Seconds without a sign of whoever does a job until it is another's: the process is dead. The queue takes 10 at least. */
export const silentSeconds = 10

/** Seconds between two of these signs, and so between two looks for jobs that nobody does any more. */
export const signSeconds = { given: 3, looked: 1 } as const
