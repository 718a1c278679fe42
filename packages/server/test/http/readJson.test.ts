import { once } from "node:events"
import { connect } from "node:net"
import * as Schema from "effect/Schema"
import { Effect } from "effect"
import { describe, expect, test, vi } from "vitest"
import { readJson } from "../../src/http/readJson.ts"
import { serve } from "../../src/serve.ts"
import { testApp } from "./testApp.ts"

const Answer = Schema.Struct({
  name: Schema.String,
  accepted: Schema.optionalKey(Schema.Boolean),
  inner: Schema.optionalKey(Schema.Struct({ at: Schema.Int }))
})

const setup = () => {
  const { app, on } = testApp()
  const read = readJson(Answer)
  on("/answers", (c) => Effect.map(read(c), (value) => c.json(value)))
  return (body: BodyInit, type = "application/json") =>
    app.request("/answers", {
      method: "POST",
      body,
      headers: { "content-type": type },
      ...(body instanceof ReadableStream ? { duplex: "half" as const } : {})
    })
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) })

const chunked = (bytes: number) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (let left = bytes; left > 0; left -= 1_000) controller.enqueue(new Uint8Array(Math.min(left, 1_000)).fill(32))
      controller.close()
    }
  })

describe("a JSON body", () => {
  test("is read as the schema says", async () => {
    const response = await setup()(JSON.stringify({ name: "Zoë", accepted: true }))
    expect(await response.json()).toEqual({ name: "Zoë", accepted: true })
  })

  test.each([
    { body: "{", paths: undefined },
    { body: "", paths: undefined },
    { body: "\ufeff{}", paths: ["name"] },
    { body: "ssn=900126789", paths: undefined },
    { body: '{"__proto__":{"isAdmin":true},"name":"a"}', paths: undefined },
    { body: '{"constructor":{"prototype":{"isAdmin":true}},"name":"a"}', paths: undefined },
    { body: "null", paths: undefined },
    { body: "[]", paths: undefined },
    { body: "{}", paths: ["name"] },
    { body: '{"name":1}', paths: ["name"] },
    { body: '{"name":null}', paths: ["name"] },
    { body: '{"name":["a"]}', paths: ["name"] },
    { body: '{"name":"a","role":"admin"}', paths: ["role"] },
    { body: '{"name":"a","isAdmin":true,"accepted":"yes"}', paths: ["accepted", "isAdmin"] },
    { body: '{"name":"a","inner":{"at":1.5}}', paths: ["inner.at"] },
    { body: '{"name":"a","900-12-6789 is mine":1}', paths: ["?"] },
    { body: '{"name":"a","900126789":1}', paths: ["?"] },
    { body: '{"name":"a","L0123456789":1}', paths: ["?"] },
    { body: JSON.stringify({ name: "a".repeat(1_025) }), paths: ["name"] },
    {
      body: JSON.stringify({ name: "a", inner: nested(9) }),
      paths: ["inner.inner.inner.inner.inner.inner.inner.inner"]
    },
    { body: JSON.stringify(Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`m${at}`, 1]))), paths: [""] }
  ])("malformed body $# is a 400 that names $paths", async ({ body, paths }) => {
    const response = await setup()(body)
    const problem = (await response.json()) as { code: string; issues?: ReadonlyArray<{ path: string }> }
    expect(response.status).toBe(400)
    expect(problem.code).toBe("malformed")
    expect(problem.issues?.map(({ path }) => path).sort()).toEqual(paths?.sort())
  })

  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    'Application/JSON ; charset="utf-8"'
  ])("as %s is read: nothing but UTF-8 is said of it", async (type) => {
    expect((await setup()('{"name":"a"}', type)).status).toBe(200)
  })

  test.each([
    "text/plain",
    "application/json+x",
    "application/json; charset=latin1",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; profile=x",
    "application/json;",
    "application/json, application/json",
    "text/plain; a=application/json",
    "application/x-www-form-urlencoded",
    ""
  ])("as %s is a 415", async (type) => {
    expect((await setup()("{}", type)).status).toBe(415)
  })

  test("of more than 16 KiB is a 413, told by its length or in chunks", async () => {
    expect((await setup()(" ".repeat(17_000))).status).toBe(413)
    expect((await setup()(chunked(17_000))).status).toBe(413)
    expect((await setup()(chunked(16_000))).status).toBe(400)
  })

  test("leaves nothing on the prototype of objects", async () => {
    await setup()('{"__proto__":{"isAdmin":true},"name":"a"}')
    expect("isAdmin" in {}).toBe(false)
  })

  test("that is malformed is answered without any value of it", async () => {
    const response = await setup()('{"name":900126789,"accepted":"hush"}')
    expect(await response.text()).not.toMatch(/900126789|hush/)
  })

  test.each([
    ["with its length told", "Content-Length: 100\r\n\r\n{"],
    ["in chunks", 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":']
  ])("that its caller breaks off, %s, is a 400 in the log and no mistake of ours", async (_, rest) => {
    const { app, lines, on } = testApp()
    const read = readJson(Answer)
    on("/answers", (c) => Effect.map(read(c), (value) => c.json(value)))
    const served = await serve(app, { host: "127.0.0.1", port: 0 })
    for (const hangUp of ["destroy", "resetAndDestroy"] as const) {
      lines.length = 0
      const socket = connect(served.port, "127.0.0.1").on("error", () => {})
      socket.write(`POST /answers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${rest}`)
      await once(socket, "connect")
      // Read before it is broken off: another call is answered after it.
      await fetch(`http://127.0.0.1:${served.port}/nowhere`)
      socket[hangUp]()
      const told = await vi.waitFor(() => {
        const all = lines.map((line) => JSON.parse(line) as { level: number; status?: number })
        expect(all).toHaveLength(2)
        return all
      })
      expect(told.map(({ level, status }) => [level, status])).toEqual([
        [30, 404],
        [30, 400]
      ])
    }
    await served.stop(1_000)
  })
})
