import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"

/**
 * Takes a picture of a page in light and in dark for people to look at, where `PICTURES` names a folder; else does nothing.
 *
 * **Gotchas**
 *
 * Chromium paints of another site's frame what is in the window, so the window is as high as the page for the picture.
 */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (before !== null) await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) })
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: true })
  }
  if (before !== null) await page.setViewportSize(before)
}
