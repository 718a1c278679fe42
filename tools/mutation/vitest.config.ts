import { join } from "node:path"
import { defaultServerConditions } from "vite"
import { defineConfig } from "vitest/config"

const conditions = ["source", ...defaultServerConditions]

/** The tests that hold the rules, the quick ones: a mutant is run against all of them. */
export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: "node",
    include: [
      "packages/core/test/{access,contact,logon,taxpayer,two-step,verification}/**/*.test.ts",
      "packages/core/test/engine/{explain,compile}.test.ts",
      "tests/proof/{oracle,pinned}.test.ts"
    ]
  }
})
