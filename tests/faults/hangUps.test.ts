import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { connect } from "node:net"
import type { Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { startServer } from "./startServer.ts"
import type { StartedServer } from "./startServer.ts"

const origin = "http://localhost:8787"
const folder = mkdtempSync(join(tmpdir(), "mtc-logon-hang-ups-"))
let server: StartedServer

beforeAll(async () => {
  const started = await startServer({
    MTC_ENV: "development",
    PORT: "0",
    LOG_LEVEL: "silent",
    DATA_DIR: folder,
    KEYRING_FILE: fixedKeyringFile()
  })
  if (!("port" in started)) throw new Error(started.said)
  server = started
})
afterAll(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

const visitor = () => visitorOf({ app: overHttp(server.port), settings: { firstPartyOrigins: [origin] } as never })
const isWell = async () => expect((await visitor().call("GET", "/healthz")).status).toBe(200)

/** A connection on which this was sent, and nothing else yet. */
const dial = async (...lines: ReadonlyArray<string>) => {
  const socket = connect(server.port, "localhost").on("error", () => {})
  await once(socket, "connect")
  socket.write(lines.join("\r\n"))
  return socket
}

const hangUp = async (socket: Socket) => {
  socket.resetAndDestroy()
  await once(socket, "close")
  await isWell()
}

const firstLine = async (socket: Socket) => String((await once(socket, "data"))[0]).split("\r\n")[0]

/** What opens the socket of a request, line by line. */
const handshake = async () => {
  const request = await visitor().open()
  const { body } = await request.post<{ ticket: string }>("/events-ticket")
  return [
    `GET /v1/logon-requests/${request.id}/events?ticket=${body.ticket} HTTP/1.1`,
    "Host: localhost",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    `Origin: ${origin}`,
    "",
    ""
  ]
}

describe("whoever hangs up takes nobody with them", () => {
  test.each(["h2c", "websocket2", "TLS/1.0, HTTP/1.1"])("after an upgrade to %s, which is a plain call", async (to) => {
    const lines = ["GET /healthz HTTP/1.1", "Host: localhost", "Connection: Upgrade", `Upgrade: ${to}`, "", ""]
    const socket = await dial(...lines)
    await isWell()
    await hangUp(socket)
    const patient = await dial(...lines)
    expect(await firstLine(patient)).toBe("HTTP/1.1 200 OK")
    await hangUp(patient)
  })

  test("in the middle of the headers, or of a body", async () => {
    const head = ["POST /v1/logon-requests HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
    for (const lines of [head, [...head, "Content-Length: 100", "", "{"]]) {
      const socket = await dial(...lines)
      await isWell()
      await hangUp(socket)
    }
  })

  test("while a socket is asked for, whether it would be opened or not", async () => {
    const lines = await handshake()
    for (const each of [lines, lines.with(6, "Origin: http://evil.example"), lines.with(5, "Sec-WebSocket-Key: no")])
      await hangUp(await dial(...each))
  })

  test("in the middle of a frame", async () => {
    const socket = await dial(...(await handshake()))
    expect(await firstLine(socket)).toBe("HTTP/1.1 101 Switching Protocols")
    // Of a masked text of 100 bytes, the head and no more than three.
    socket.write(Buffer.from([0x81, 0x80 | 100, 1, 2, 3, 4, 5, 6, 7]))
    await isWell()
    await hangUp(socket)
  })
})

// Sooner than a call that runs is given up: nobody who only listens is waited for.
test(
  "asked to end, the house says so to those who listen, and ends whether they hang up or not",
  { timeout: 8_000 },
  async () => {
    const deaf = await dial(...(await handshake()))
    expect(await firstLine(deaf)).toBe("HTTP/1.1 101 Switching Protocols")
    const [target = ""] = await handshake()
    const listener = new WebSocket(`ws://localhost:${server.port}${target.split(" ")[1]}`, {
      headers: { origin }
    } as never)
    await once(listener, "open")
    const closed = once(listener, "close")
    expect(await server.stop()).toBe(0)
    expect((await closed)[0]).toMatchObject({ code: 1001 })
  }
)
