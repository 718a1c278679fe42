import { join } from "node:path"
import { defaultServerConditions } from "vite"
import { defineConfig } from "vitest/config"
import type { TestProjectInlineConfiguration } from "vitest/config"
import { ClosingLine } from "./tests/harness/closingLine.ts"

const root = import.meta.dirname
const conditions = ["source", ...defaultServerConditions]

type TestOptions = NonNullable<TestProjectInlineConfiguration["test"]>

/** A project that reads the packages' sources, so that no test needs a build. */
const project = (folder: string, test: TestOptions): TestProjectInlineConfiguration => ({
  root: join(root, folder),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { name: folder.split("/").at(-1) ?? folder, environment: "node", ...test }
})

const harness = (file: string): string => join(root, "tests/harness", file)

/**
 * Two cores: projects run one after the other (`groupOrder`), quick ones first; those with a database or a browser run
 * one file at a time.
 */
export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    allowOnly: false,
    projects: [
      // Rules and tables: nothing that a file could leave behind for the next.
      project("packages/core", {
        include: ["test/**/*.test.ts"],
        isolate: false,
        testTimeout: 60_000,
        sequence: { groupOrder: 0 }
      }),
      project("packages/widget", {
        include: ["test/**/*.test.{ts,tsx}"],
        testTimeout: 60_000,
        sequence: { groupOrder: 1 }
      }),
      project("tests", { name: "house", include: ["*.test.ts"], testTimeout: 60_000, sequence: { groupOrder: 2 } }),
      project("packages/server", {
        include: ["test/**/*.test.ts"],
        globalSetup: harness("postgres.ts"),
        isolate: false,
        maxWorkers: 2,
        testTimeout: 30_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 3 }
      }),
      project("tests", {
        include: ["*/**/*.test.ts"],
        globalSetup: [harness("postgres.ts"), harness("chromium.ts")],
        isolate: false,
        maxWorkers: 2,
        testTimeout: 120_000,
        hookTimeout: 120_000,
        sequence: { groupOrder: 4 }
      })
    ]
  }
})
