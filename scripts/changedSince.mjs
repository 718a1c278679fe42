// What git says has changed: since main was left behind, or since the last commit on main itself.
import { spawnSync } from "node:child_process"
import { root } from "./runParts.mjs"

const git = (...args) => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}

/** The commit to compare with, or undefined where there is no repository (then everything counts as changed). */
export const base = () => {
  const head = git("rev-parse", "HEAD")
  if (head === undefined) return undefined
  for (const branch of ["origin/main", "main"]) {
    const common = git("merge-base", "HEAD", branch)
    if (common !== undefined && common !== head) return common
  }
  return head
}

/** Changed and new files, relative to the root. */
export const changedFiles = (since) =>
  [git("diff", "--name-only", since), git("ls-files", "--others", "--exclude-standard")]
    .flatMap((text) => (text ?? "").split("\n"))
    .filter((file) => file !== "")
