import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** Throws the stored data away; answers the process that still works on it, which is then left alone. */
export const wipeFolder = (folder: string): { readonly heldBy: number | null } => {
  const lock = join(folder, "server.pid")
  const pid = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) return { heldBy: pid }
  rmSync(folder, { recursive: true, force: true })
  return { heldBy: null }
}
