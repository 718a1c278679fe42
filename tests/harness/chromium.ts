import type { TestProject } from "vitest/node"
import { findChromium } from "./findChromium.ts"
import "./provided.ts"

/** Global set-up of the projects that drive a browser; provides `chromium`. */
export default async (project: TestProject): Promise<void> => {
  project.provide("chromium", await findChromium())
}
