import { join } from "node:path"
import { defaultServerConditions } from "vite"
import { defineConfig } from "vitest/config"

const conditions = ["source", ...defaultServerConditions]

/** A mutant is run against `everyTest.ts`. */
export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: "node",
    testTimeout: 60_000,
    // A mutant lives or dies the same way each time.
    env: { ORACLE_SEED: "1" },
    include: ["tools/mutation/everyTest.ts"]
  }
})
