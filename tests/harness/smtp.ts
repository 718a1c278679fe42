import { once } from "node:events"
import type { Socket } from "node:net"
import { simpleParser } from "mailparser"
import type { ParsedMail } from "mailparser"
import { SMTPServer } from "smtp-server"

/** A message as it came over the wire. */
export interface ReceivedMail {
  readonly from: string
  readonly to: ReadonlyArray<string>
  /** Every byte of it, for leak sweeps. */
  readonly raw: string
  readonly mail: ParsedMail
}

/** How the server answers a message: takes it, puts it off (4xx), refuses it (5xx), hangs up in the middle, or takes it and never says so. */
export type SmtpAnswer = "accept" | "later" | "refuse" | "drop" | "silent"

/** An SMTP server on a free port that keeps what it is sent. */
export interface SmtpSink {
  readonly url: string
  readonly received: ReadonlyArray<ReceivedMail>
  /** The first message, past or coming, that fits. Fails after `timeoutMs` (10,000). */
  readonly waitFor: (fits: (received: ReceivedMail) => boolean, timeoutMs?: number) => Promise<ReceivedMail>
  /** How the next `times` messages are answered (default: all from now on). */
  readonly answer: (how: SmtpAnswer, times?: number) => void
  readonly clear: () => void
  readonly stop: () => Promise<void>
}

interface Waiting {
  readonly fits: (received: ReceivedMail) => boolean
  readonly resolve: (received: ReceivedMail) => void
}

const refusal = (how: "later" | "refuse"): Error =>
  how === "later"
    ? Object.assign(new Error("4.3.2 try again later"), { responseCode: 451 })
    : Object.assign(new Error("5.7.1 refused"), { responseCode: 550 })

/** Starts a real SMTP server; `url` is what `SMTP_URL` takes. */
export const startSmtpSink = async (): Promise<SmtpSink> => {
  const received: Array<ReceivedMail> = []
  const waiting = new Set<Waiting>()
  let answers: { how: SmtpAnswer; left: number } = { how: "accept", left: Infinity }

  const nextAnswer = (): SmtpAnswer => {
    if (answers.left <= 0) return "accept"
    answers.left -= 1
    return answers.how
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const how = nextAnswer()
      if (how === "drop") {
        hangUp(server, session.id)
        stream.resume()
        return
      }
      const chunks: Array<Buffer> = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.once("end", async () => {
        if (how === "later" || how === "refuse") return done(refusal(how))
        const bytes = Buffer.concat(chunks)
        const mail = await simpleParser(bytes)
        const message: ReceivedMail = {
          from: session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: bytes.toString("latin1"),
          mail
        }
        received.push(message)
        if (how !== "silent") done()
        for (const one of waiting) if (one.fits(message)) one.resolve(message)
      })
    }
  })
  server.on("error", () => undefined)
  const listening = server.listen(0, "127.0.0.1")
  await once(listening, "listening")
  const address = listening.address()
  if (address === null || typeof address === "string") throw new Error("the SMTP server has no port")

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    answer: (how, times = Infinity) => {
      answers = { how, left: times }
    },
    clear: () => {
      received.length = 0
    },
    waitFor: (fits, timeoutMs = 10_000) => {
      const already = received.find(fits)
      if (already !== undefined) return Promise.resolve(already)
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          fits,
          resolve: (message) => {
            clearTimeout(timer)
            waiting.delete(one)
            resolve(message)
          }
        }
        const timer = setTimeout(() => {
          waiting.delete(one)
          const subjects = received.map(({ mail }) => mail.subject).join(" | ")
          reject(new Error(`no such message came in ${timeoutMs} ms; ${received.length} others did: ${subjects}`))
        }, timeoutMs)
        waiting.add(one)
      })
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()))
  }
}

/** Hangs up on the client of a session. */
const hangUp = (server: SMTPServer, sessionId: string): void => {
  const connections = (server as unknown as { connections: Iterable<{ id: string; _socket: Socket }> }).connections
  for (const { id, _socket } of connections) if (id === sessionId) _socket.destroy()
}
