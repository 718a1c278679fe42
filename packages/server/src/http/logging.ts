import { Logger, References } from "effect"
import type { Layer } from "effect"
import pino from "pino"

const levels: Readonly<Record<string, "fatal" | "error" | "warn" | "info" | "debug" | "trace">> = {
  Fatal: "fatal",
  Error: "error",
  Warn: "warn",
  Info: "info",
  Debug: "debug",
  Trace: "trace"
}

/** The log of a process: JSON lines on standard output, or on `destination`. */
export const makeLog = (level: string, destination?: pino.DestinationStream): pino.Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1))

/**
 * Lets `Effect.log...` write to the same log.
 *
 * **Gotchas**
 *
 * A cause is left out: its messages may hold what a person typed. Whoever logs a failure says what may be said of it.
 */
export const effectLogLayer = (log: pino.Logger): Layer.Layer<never> =>
  Logger.layer([
    Logger.make<unknown, void>(({ fiber, logLevel, message }) => {
      const level = levels[logLevel] ?? "info"
      const told = Array.isArray(message) ? message.filter((part) => typeof part === "string").join(" ") : message
      log[level]({ ...fiber.getRef(References.CurrentLogAnnotations) }, typeof told === "string" ? told : "")
    })
  ])
