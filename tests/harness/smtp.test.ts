import { connect } from "node:net"
import { once } from "node:events"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { startSmtpSink } from "./smtp.ts"
import type { SmtpSink } from "./smtp.ts"

let sink: SmtpSink
beforeEach(async () => {
  sink = await startSmtpSink()
})
afterEach(() => sink.stop())

/** Sends one message word for word and gives the last answer, or "closed". */
const send = async (subject: string): Promise<string> => {
  const { hostname, port } = new URL(sink.url)
  const socket = connect(Number(port), hostname)
  socket.on("error", () => undefined)
  const lines = [
    "EHLO test",
    "MAIL FROM:<MTCNoReply@dor.state.ma.us>",
    "RCPT TO:<larry@example.com>",
    "DATA",
    `Subject: ${subject}\r\n\r\nBody\r\n.`
  ]
  let last = "closed"
  for await (const chunk of socket) {
    const answer = String(chunk)
    const line = lines.shift()
    if (line === undefined) {
      last = answer.slice(0, 3)
      break
    }
    socket.write(`${line}\r\n`)
  }
  if (!socket.destroyed) {
    socket.end()
    await once(socket, "close")
  }
  return last
}

describe("the SMTP server of the tests", () => {
  test("keeps what it is sent, and tells who waits for it", async () => {
    const waiting = sink.waitFor(({ mail }) => mail.subject === "Approved")
    expect(await send("Receipt")).toBe("250")
    expect(await send("Approved")).toBe("250")
    expect((await waiting).to).toEqual(["larry@example.com"])
    expect(sink.received.map(({ mail }) => mail.subject)).toEqual(["Receipt", "Approved"])
    expect((await sink.waitFor(({ raw }) => raw.includes("Receipt"))).mail.text?.trim()).toBe("Body")
  })

  test.each([
    { how: "later", answer: "451" },
    { how: "refuse", answer: "550" },
    { how: "drop", answer: "closed" }
  ] as const)("answers $answer when told to: $how, and takes the next", async ({ how, answer }) => {
    sink.answer(how, 1)
    expect(await send("Receipt")).toBe(answer)
    expect(sink.received).toEqual([])
    expect(await send("Receipt")).toBe("250")
  })

  test("says what came instead when nobody sends what is waited for", async () => {
    await send("Receipt")
    await expect(sink.waitFor(({ mail }) => mail.subject === "Approved", 50)).rejects.toThrow(/1 others did: Receipt/)
  })
})
