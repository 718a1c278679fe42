import { once } from "node:events"
import { connect } from "node:net"
import { existingPassword } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startHouse } from "../../packages/server/src/startHouse.ts"
import { fixedKeyringFile } from "./fixedKeyring.ts"
import { readSettings } from "./readSettings.ts"

const origin = "http://localhost:8787"
const host = "Host: localhost:8787"

let house: Awaited<ReturnType<typeof startHouse>>
beforeAll(async () => {
  const settings = await readSettings({
    MTC_ENV: "development",
    PORT: "0",
    HOST: "127.0.0.1",
    ID_RANGES: "sandbox",
    DATA_DIR: "memory://",
    LOG_LEVEL: "silent",
    KEYRING_FILE: fixedKeyringFile()
  })
  house = await startHouse(settings, { workers: "none" })
})
afterAll(() => house.stop())

/** Sends these lines as they are; status, headers and body of the answer. */
const send = async (requestLine: string, headers: ReadonlyArray<string>, body = "") => {
  const socket = connect(house.port, "127.0.0.1")
  let text = ""
  socket.setEncoding("utf8").on("data", (part: string) => {
    text += part
  })
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  socket.write([requestLine, ...headers, ...length, "Connection: close", "", body].join("\r\n"))
  await once(socket, "close")
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text }
}

const sessionOf = async () => {
  const body = JSON.stringify({ username: "g.rossi", password: existingPassword })
  const headers = [host, `Origin: ${origin}`, "Content-Type: application/json"]
  const { status, text } = await send("POST /v1/sessions HTTP/1.1", headers, body)
  expect(status).toBe(201)
  return /^set-cookie: (__Host-mtc-session=[\w-]{43});/im.exec(text)![1]!
}

describe("a call that says something twice", () => {
  test.each(["/v1/me", "/v1/sessions/current", "/healthz", "/", "/openapi.json", "/embed/mtc-logon.js"])(
    "with two Host headers is answered 400 on %s",
    async (path) => {
      for (const hosts of [
        [host, "Host: evil.example"],
        ["Host: evil.example", host],
        [host, host]
      ]) {
        const { status, text } = await send(`GET ${path} HTTP/1.1`, hosts)
        expect(status).toBe(400)
        expect(text).toMatch(/"code":"malformed"/)
      }
      expect((await send(`GET ${path} HTTP/1.1`, [host])).status).not.toBe(400)
    }
  )

  test("with two Host headers opens no socket", async () => {
    const upgrade = [
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
    ]
    const path = "/v1/logon-requests/00000000-0000-4000-8000-000000000000/events?ticket=x"
    expect((await send(`GET ${path} HTTP/1.1`, [host, "Host: evil.example", ...upgrade])).status).toBe(400)
  })

  test("with two session cookies is logged in to neither, in one header or in two, the same or not", async () => {
    const [one, other] = [await sessionOf(), await sessionOf()]
    const get = (...cookies: ReadonlyArray<string>) =>
      send("GET /v1/sessions/current HTTP/1.1", [host, ...cookies.map((cookie) => `Cookie: ${cookie}`)])
    expect((await get(one)).status).toBe(200)
    expect((await get(`a=b; ${one}; c=d`)).status).toBe(200)
    for (const cookies of [
      [`${one}; ${other}`],
      [`${other}; ${one}`],
      [`${one}; ${one}`],
      [one, other],
      [`${one}; __Host-mtc-session=x`],
      [`__Host-mtc-session=; ${one}`],
      [`__Host-mtc-session ; ${one}`],
      [`${one};__Host-mtc-session =y`]
    ])
      expect([(await get(...cookies)).status, cookies.length]).toEqual([401, cookies.length])
  })

  test("with two Authorization, Origin or Content-Type headers is no call of a page of ours", async () => {
    const body = JSON.stringify({ username: "g.rossi", password: existingPassword })
    const json = "Content-Type: application/json"
    for (const headers of [
      [`Origin: ${origin}`, "Origin: https://evil.example", json],
      [`Origin: ${origin}`, json, "Content-Type: text/plain"]
    ]) {
      const { status } = await send("POST /v1/sessions HTTP/1.1", [host, ...headers], body)
      expect([400, 403, 415]).toContain(status)
    }
    const key = ["Authorization: Bearer a", "Authorization: Bearer b"]
    expect((await send("GET /v1/decisions/x HTTP/1.1", [host, ...key])).status).toBe(401)
  })
})
