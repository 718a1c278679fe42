import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { DateTime, Effect, Redacted } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { twilioDelivery } from "../../src/channels/twilioDelivery.ts"

interface Heard {
  readonly method: string
  readonly path: string
  readonly authorization: string
  readonly form: Readonly<Record<string, string>>
}

/** A provider that speaks Twilio's protocol on this machine, and answers what it is told to. */
const heard: Heard[] = []
let answer: { readonly status: number; readonly body: string } = { status: 201, body: "{}" }
const provider = createServer((request, response) => {
  let body = ""
  request.on("data", (chunk: Buffer) => (body += chunk.toString()))
  request.on("end", () => {
    heard.push({
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      form: Object.fromEntries(new URLSearchParams(body))
    })
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body)
  })
})
beforeAll(() => new Promise<void>((done) => provider.listen(0, "127.0.0.1", done)))
afterAll(() => new Promise((done) => provider.close(done)))
beforeEach(() => {
  heard.length = 0
})

const send = (port = (provider.address() as AddressInfo).port) =>
  twilioDelivery({
    url: `http://127.0.0.1:${port}`,
    accountSid: Redacted.make("AC1"),
    authToken: Redacted.make("token"),
    from: "+16175550100"
  })({
    id: "a notice",
    to: "+16175550143",
    text: Redacted.make("MassTaxConnect: a code\n\n@mtc.example #a"),
    at: DateTime.makeUnsafe(0)
  })

describe("a text message", () => {
  test("goes to the provider as its API wants it", async () => {
    answer = { status: 201, body: '{"sid":"SM1"}' }
    await Effect.runPromise(send())
    expect(heard).toEqual([
      {
        method: "POST",
        path: "/2010-04-01/Accounts/AC1/Messages.json",
        authorization: `Basic ${Buffer.from("AC1:token").toString("base64")}`,
        form: {
          To: "+16175550143",
          From: "+16175550100",
          Body: "MassTaxConnect: a code\n\n@mtc.example #a"
        }
      }
    ])
  })

  test.each([
    { status: 400, body: '{"code":21610}', code: "21610", isFinal: true },
    { status: 400, body: '{"code":21211}', code: "21211", isFinal: true },
    { status: 401, body: "{}", code: "401", isFinal: false },
    { status: 429, body: '{"code":20429}', code: "20429", isFinal: false },
    { status: 500, body: "no JSON", code: "500", isFinal: false },
    { status: 503, body: "", code: "503", isFinal: false }
  ])("that is answered $status $body: code $code, final $isFinal", async ({ body, code, isFinal, status }) => {
    answer = { status, body }
    const refused = await Effect.runPromise(Effect.flip(send()))
    expect([refused.code, refused.isFinal]).toEqual([code, isFinal])
    expect(JSON.stringify(refused)).not.toContain("6175550143")
  })

  test("to a provider that cannot be reached comes again later", async () => {
    const refused = await Effect.runPromise(Effect.flip(send(1)))
    expect([refused.code, refused.isFinal]).toEqual(["unreachable", false])
  })
})
