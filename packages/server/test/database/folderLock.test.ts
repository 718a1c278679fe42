import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { folderLock } from "../../src/database/folderLock.ts"

const freshFolder = () => mkdtempSync(join(tmpdir(), "mtc-logon-lock-"))

it.effect("a folder that another process works on is refused, and the process named", () =>
  Effect.gen(function* () {
    const folder = freshFolder()
    writeFileSync(join(folder, "server.pid"), String(process.ppid))
    const { message, pid } = yield* Effect.flip(Effect.scoped(folderLock(folder)))
    assert.strictEqual(pid, process.ppid)
    assert.include(message, String(process.ppid))
  })
)

it.effect("a second lock of the same process is refused too", () =>
  Effect.gen(function* () {
    const folder = freshFolder()
    yield* folderLock(folder)
    assert.strictEqual((yield* Effect.flip(folderLock(folder))).pid, process.pid)
  }).pipe(Effect.scoped)
)

it.effect("a lock whose process is gone is taken over", () =>
  Effect.gen(function* () {
    const folder = freshFolder()
    writeFileSync(join(folder, "server.pid"), "2147483646")
    yield* folderLock(folder)
    assert.strictEqual(readFileSync(join(folder, "server.pid"), "utf8"), String(process.pid))
  }).pipe(Effect.scoped)
)

it.effect("a folder that was given back can be taken again", () =>
  Effect.gen(function* () {
    const folder = freshFolder()
    yield* Effect.scoped(folderLock(folder))
    yield* Effect.scoped(folderLock(folder))
  })
)
