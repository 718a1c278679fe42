import { spawn } from "node:child_process"
import { once } from "node:events"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs")

/** The last line of a run over made-up files, and how it ended. */
const runOf = async (...args: ReadonlyArray<string>): Promise<{ readonly line: string; readonly code: number }> => {
  const config = join(import.meta.dirname, "fixtures/vitest.config.ts")
  const { VITEST: _, ...env } = process.env
  const child = spawn(process.execPath, [vitest, "run", "--config", config, ...args], {
    env,
    stdio: ["ignore", "pipe", "ignore"]
  })
  let said = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text))
  const [code] = await once(child, "close")
  return { line: said.trimEnd().split("\n").at(-1) ?? "", code }
}

describe("the closing line of a run", () => {
  test.each([
    { files: ["passing"], line: "2 passed, 0 failed", code: 0 },
    { files: ["failing", "passing"], line: "2 passed, 1 failed", code: 1 },
    { files: ["skipping"], line: "1 passed, 2 failed", code: 1 },
    { files: ["broken", "passing"], line: "2 passed, 1 failed", code: 1 },
    { files: ["no-such-file"], line: "0 passed, 1 failed", code: 1 },
    { files: ["passing", "-t", "two and two"], line: "1 passed, 0 failed", code: 0 }
  ])("counts what came of $files", async ({ files, line, code }) => {
    expect(await runOf(...files)).toEqual({ line, code })
  })
})
