import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium } from "playwright-core"
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions } from "playwright-core"
import { inject } from "vitest"
import type { ChromiumFound } from "./findChromium.ts"
import "./provided.ts"

/** How every test browser is started: software rendering, and quiet towards the network. */
const launchOptions = ({ executablePath, env }: ChromiumFound): LaunchOptions => ({
  executablePath,
  env: { ...process.env, ...env },
  args: [
    "--no-sandbox",
    "--site-per-process",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync"
  ]
})

/**
 * Starts the Chromium that the set-up found. One for a file; a context for each test.
 *
 * **Gotchas**
 *
 * A `newContext()` is a private window, and Chromium blocks third-party cookies there (but for partitioned ones). Who
 * needs it one way for certain takes `launchWithThirdPartyCookies`.
 */
export const launchChromium = (found: ChromiumFound = inject("chromium")): Promise<Browser> =>
  chromium.launch(launchOptions(found))

/**
 * Starts a Chromium whose person allows or blocks third-party cookies.
 *
 * **Gotchas**
 *
 * The choice is a preference of a profile, so this is a context with a folder of its own and not a browser; `close()`
 * removes it. A headless shell knows no preferences; there each new page is told over the protocol, so open pages with
 * `newPage()`.
 */
export const launchWithThirdPartyCookies = async (
  choice: "allowed" | "blocked",
  options: BrowserContextOptions = {},
  found: ChromiumFound = inject("chromium")
): Promise<BrowserContext> => {
  const folder = mkdtempSync(join(tmpdir(), "mtc-logon-chromium-"))
  mkdirSync(join(folder, "Default"))
  const blocked = choice === "blocked"
  const preferences = { profile: { cookie_controls_mode: blocked ? 1 : 0, block_third_party_cookies: blocked } }
  writeFileSync(join(folder, "Default/Preferences"), JSON.stringify(preferences))

  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(found), ...options })
  if (blocked) {
    const newPage = context.newPage.bind(context)
    context.newPage = async () => {
      const page = await newPage()
      const session = await context.newCDPSession(page)
      await session.send("Network.enable")
      await session.send("Network.setCookieControls", { enableThirdPartyCookieRestriction: true })
      return page
    }
  }
  const close = context.close.bind(context)
  context.close = async (...reason) => {
    await close(...reason)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return context
}
