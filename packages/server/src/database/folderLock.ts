import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Data, Effect } from "effect"
import { errorCode } from "../errorCode.ts"

/** Another process works on the embedded database's folder. */
export class FolderLocked extends Data.TaggedError("FolderLocked")<{ readonly folder: string; readonly pid: number }> {
  override get message() {
    return `Process ${this.pid} is using ${this.folder}. Stop it first, or set DATA_DIR to another folder.`
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === "EPERM"
  }
}

const heldHere = new Set<string>()

const acquire = (folder: string): FolderLocked | string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, "server.pid")
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 })
      heldHere.add(file)
      return file
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error
    }
    const pid = Number(readFileSync(file, "utf8"))
    const taken = pid === process.pid ? heldHere.has(file) : Number.isInteger(pid) && pid > 0 && isAlive(pid)
    if (taken) return new FolderLocked({ folder, pid })
    rmSync(file, { force: true })
  }
}

/**
 * Takes the embedded database's folder for this process, until the scope closes.
 *
 * **Gotchas**
 *
 * The embedded database has no lock of its own: two processes on one folder destroy it. A lock whose process is gone is
 * taken over.
 */
export const folderLock = (folder: string) =>
  Effect.acquireRelease(
    Effect.suspend(() => {
      const taken = acquire(folder)
      return typeof taken === "string" ? Effect.succeed(taken) : Effect.fail(taken)
    }),
    (file) =>
      Effect.sync(() => {
        heldHere.delete(file)
        rmSync(file, { force: true })
      })
  )
