import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { BrowserContext } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchChromium, launchWithThirdPartyCookies } from "./launchChromium.ts"

/** A page on 127.0.0.1 that frames one on localhost: another site, as a partner's page and the Department's are. */
const server = createServer((request, response) => {
  response.setHeader("content-type", "text/html")
  if (request.url === "/framed") response.setHeader("set-cookie", "seen=1; SameSite=None; Secure; Path=/")
  response.end(
    request.url === "/cookie"
      ? (request.headers.cookie ?? "none")
      : request.url === "/framed"
        ? `<script>fetch("/cookie").then((r) => r.text()).then((text) => { document.body.textContent = text })</script>`
        : `<iframe src="http://localhost:${(server.address() as AddressInfo).port}/framed"></iframe>`
  )
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const cookieInFrame = async (context: BrowserContext): Promise<string> => {
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const body = page.frameLocator("iframe").locator("body")
  await body.filter({ hasText: /none|seen/ }).waitFor()
  return body.innerText()
}

describe("the browser of the journeys", () => {
  test("gives each site a process of its own", async () => {
    const browser = await launchChromium()
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const [, frame] = page.frames()
    if (frame === undefined) throw new Error("no frame")
    await expect(context.newCDPSession(frame), "a frame in the same process has no session").resolves.toBeDefined()
    await browser.close()
  })

  test("keeps a framed page's SameSite=None cookie where the person allows it", async () => {
    const context = await launchWithThirdPartyCookies("allowed")
    expect(await cookieInFrame(context)).toBe("seen=1")
    await context.close()
  })

  test("gives a framed page no cookie where the person blocks third-party cookies", async () => {
    const context = await launchWithThirdPartyCookies("blocked")
    expect(await cookieInFrame(context)).toBe("none")
    await context.close()
  })
})
