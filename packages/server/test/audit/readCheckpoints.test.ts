import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { readCheckpoints } from "../../src/audit/readCheckpoints.ts"
import { Signing, signingLayer } from "../../src/secrets/Signing.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

const folder = mkdtempSync(join(tmpdir(), "mtc-checkpoints-"))
const keys = (versions: number) => Layer.fresh(Layer.provide(signingLayer, testKeyring(versions)))
const checkpoint = { seq: 7, hash: "1:aa" }

const read = (text: string) => {
  const file = join(folder, "house.log")
  writeFileSync(file, text)
  return Effect.result(readCheckpoints(file)).pipe(
    Effect.map((result) => ("success" in result ? result.success : result.failure.message.replace(`${file} `, "")))
  )
}
const line = (jws: string) => JSON.stringify({ level: 30, jws })

it.effect("a log gives its checkpoints, those of a key of before too, and other lines are passed over", () =>
  Effect.gen(function* () {
    const old = yield* Signing.use(({ jws }) => Effect.succeed(jws(JSON.stringify({ seq: 3, hash: "1:bb" })))).pipe(
      Effect.provide(keys(1))
    )
    const { jws } = yield* Signing
    const text = `Listening on port 1\n${line(old)}\n{"level":30,"msg":"another"}\n\n${jws(JSON.stringify(checkpoint))}\n`
    assert.deepStrictEqual(yield* read(text), [{ seq: 3, hash: "1:bb" }, checkpoint])
  }).pipe(Effect.provide(keys(2)))
)

const base64url = (text: string) => Buffer.from(text).toString("base64url")
const wrong = "is not a checkpoint of this server: it was forged or changed, or signed with other keys"
const cases: ReadonlyArray<readonly [string, (jws: string) => string, string]> = [
  [
    "another payload",
    (jws) => line(jws.replace(/\..*\./, `.${base64url('{"seq":1,"hash":"1:00"}')}.`)),
    `line 1 ${wrong}`
  ],
  ["another signature", (jws) => `${line(jws)}\n${line(`${jws.slice(0, -4)}AAAA`)}`, `line 2 ${wrong}`],
  ["no signature", (jws) => line(jws.replace(/[^.]*$/, "")), `line 1 ${wrong}`],
  [
    "a key that is not there",
    (jws) => line(jws.replace(/^[^.]*/, base64url('{"alg":"EdDSA","kid":"9"}'))),
    `line 1 ${wrong}`
  ],
  ["a head that is no JSON", (jws) => line(jws.replace(/^[^.]*/, "x")), `line 1 ${wrong}`],
  ["a bare line that is changed", (jws) => `a${jws}`, `line 1 ${wrong}`],
  ["a line that is cut", (jws) => `${line(jws).slice(0, 60)}\n${line(jws)}`, "line 1 is incomplete or was changed"],
  ["no checkpoint", () => '{"level":30}\nListening on port 1\n', "contains no checkpoint"],
  ["nothing", () => "", "contains no checkpoint"]
]
for (const [what, textOf, problem] of cases)
  it.effect(`a file with ${what} is refused, and the line named`, () =>
    Effect.gen(function* () {
      const { jws } = yield* Signing
      assert.strictEqual(yield* read(textOf(jws(JSON.stringify(checkpoint)))), problem)
    }).pipe(Effect.provide(keys(1)))
  )

it.effect("what the house signs besides is no checkpoint", () =>
  Effect.gen(function* () {
    const { jws } = yield* Signing
    assert.strictEqual(yield* read(line(jws(JSON.stringify({ ...checkpoint, decision: "x" })))), `line 1 ${wrong}`)
    assert.strictEqual(yield* read(line(jws(JSON.stringify({ seq: "7", hash: "1:aa" })))), `line 1 ${wrong}`)
  }).pipe(Effect.provide(keys(1)))
)
