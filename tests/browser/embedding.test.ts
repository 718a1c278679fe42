import { en } from "@mtc-logon/core/wording"
import type { BrowserContext, Page } from "playwright-core"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { launchWithThirdPartyCookies } from "../harness/launchChromium.ts"
import { somebody } from "../journeys/somebody.ts"
import { isAt, press, walkTo } from "./fillStep.ts"
import { partnerId } from "./openSite.ts"
import { useVisits } from "./useVisits.ts"
import { watchPages } from "./watchPages.ts"

const visits = useVisits({ ids: "random" })
let context: BrowserContext
let page: Page
beforeEach(async () => {
  context = await visits.browser.newContext()
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
})
afterEach(() => context.close())

/** Whether any frame of the page has the form's document in it, and not the browser's own page of refusal. */
const isFramed = async (): Promise<boolean> => {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator("#mtc-frame")
        .count()
        .catch(() => 0)
    )
  )
  return found.some((count) => count > 0)
}
/** Waits until the browser has said that it refused to show the frame. */
const refusal = () =>
  page.waitForEvent("console", {
    predicate: (message) => /frame-ancestors|Refused to frame|Framing/.test(message.text())
  })

describe("the form is framed", () => {
  test("by the partner's own page", async () => {
    await page.goto(visits.site.partnerOrigin)
    await isAt(page.frameLocator("mtc-create-logon iframe"), "taxpayer-type")
    expect(await isFramed()).toBe(true)
  })

  test.each([
    ["a page of somebody else", () => visits.site.evilOrigin],
    ["a bare frame of somebody else", () => `${visits.site.evilOrigin}/frame`],
    ["a partner's page that somebody else's page stands in between", () => `${visits.site.partnerOrigin}/through-evil`],
    ["a page that was put in a sandbox", () => `${visits.site.partnerOrigin}/sandboxed`],
    ["a page without an origin", () => `${visits.site.partnerOrigin}/data`]
  ])("not by %s", async (_, address) => {
    const refused = refusal()
    await page.goto(address())
    await refused
    expect(await isFramed()).toBe(false)
  })

  test("in no page of anybody: the Department's own pages", async () => {
    for (const path of ["/", "/log-in", "/register", "/activate", "/account", "/two-step", "/security-code"]) {
      const response = await context.request.get(visits.site.origin + path)
      expect([path, response.headers()["content-security-policy"]]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'")
      ])
    }
  })

  test.each(["mtcpk_test_nobody", "", "mtcpk_test_*", "../mtcpk_test_bayside"])(
    "for no partner called %j",
    async (name) => {
      const response = await context.request.get(
        `${visits.site.origin}/embed/v1/create-logon?p=${encodeURIComponent(name)}`
      )
      expect([response.status(), response.headers()["content-security-policy"]]).toEqual([
        403,
        expect.stringContaining("frame-ancestors 'none'")
      ])
    }
  )

  test("and where it cannot be, the page shows the way to it instead of nothing", async () => {
    await page.route(`${visits.site.origin}/embed/**`, (route) => route.abort())
    await page.clock.install()
    await page.goto(visits.site.partnerOrigin)
    await page.clock.runFor(21_000)
    await page.getByText(en["host.blocked"]).waitFor()
    expect(await page.getByRole("link", { name: en["host.open"] }).getAttribute("href")).toBe(
      `${visits.site.origin}/register`
    )
  })
})

describe("the page around the form", () => {
  test("reads nothing of it and hears no key that is pressed in it", async () => {
    await page.goto(visits.site.partnerOrigin)
    const frame = page.frameLocator("mtc-create-logon iframe")
    await page.evaluate(() => {
      const keys: string[] = []
      Object.assign(window, { keys })
      for (const type of ["keydown", "keypress", "input", "paste"])
        addEventListener(type, (event) => keys.push(event.type), true)
    })
    await walkTo(frame, somebody("larry-mo"), "tax-amount")
    const seen = await page.evaluate(() => {
      const frame = document.querySelector("mtc-create-logon")!.shadowRoot!.querySelector("iframe")!
      const { keys } = window as unknown as { keys: string[] }
      let inside = "refused"
      try {
        inside = String(frame.contentWindow!.document.body)
      } catch {
        // As it should be.
      }
      return { keys, document: frame.contentDocument, inside, allow: frame.allow, sandbox: frame.sandbox.value }
    })
    expect(seen).toMatchObject({ keys: [], document: null, inside: "refused", allow: "clipboard-write" })
    expect(seen.sandbox).not.toContain("top-navigation")
  })

  test("changes nothing by what it posts: 5,000 messages of every wrong shape", async () => {
    await page.goto(visits.site.partnerOrigin)
    const frame = page.frameLocator("mtc-create-logon iframe")
    await walkTo(frame, somebody("larry-mo"), "verification-type")
    const before = await frame.locator("[data-step]").innerHTML()
    await page.evaluate((origin) => {
      const { contentWindow } = document.querySelector("mtc-create-logon")!.shadowRoot!.querySelector("iframe")!
      let seed = 7
      const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
      const pick = (list: ReadonlyArray<unknown>) => list[random(list.length)]
      const types = [
        "init",
        "update",
        "focus",
        "reset",
        "ready",
        "complete",
        "cancel",
        "step",
        "answer",
        "__proto__",
        "",
        1,
        null
      ]
      const values = [
        1,
        0,
        -1,
        null,
        true,
        "",
        "x".repeat(5_000),
        { a: 1 },
        [1],
        "<img src=x onerror=alert(1)>",
        "900-12-6789"
      ]
      for (let at = 0; at < 5_000; at++) {
        const message = pick([
          pick(values),
          { mtc: pick([1, 2, "1"]), type: pick(types), nonce: pick(["1,2,3,4", pick(values)]) },
          {
            mtc: 1,
            type: pick(types),
            step: pick(values),
            answers: { "taxpayer-id": pick(values) },
            appearance: pick(values)
          },
          JSON.stringify({ mtc: 1, type: pick(types) })
        ])
        const ports = random(3) === 0 ? [new MessageChannel().port2] : []
        contentWindow!.postMessage(message, origin, ports)
      }
    }, visits.site.origin)
    // The last of them has been heard when one after it has.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
    expect(await frame.locator("[data-step]").innerHTML()).toBe(before)
    await frame.getByRole("radio", { name: en["field.verification-type.amount"], exact: true }).press("Space")
    await press(frame, "next")
    await isAt(frame, "tax-amount")
  })

  test("is told nothing by a window that is not the frame", async () => {
    await page.goto(visits.site.partnerOrigin)
    await isAt(page.frameLocator("mtc-create-logon iframe"), "taxpayer-type")
    const heard = await page.evaluate(async () => {
      for (let at = 0; at < 500; at++)
        postMessage(
          { mtc: 1, type: at % 2 === 0 ? "complete" : "ready", confirmationNumber: "0-000-000-000", nonce: "1,2,3,4" },
          "*"
        )
      await new Promise((done) => setTimeout(done, 0))
      return (window as unknown as { heard: Array<{ type: string }> }).heard
        .map(({ type }) => type)
        .filter((type) => type.startsWith("mtc-"))
    })
    expect(new Set(heard)).toEqual(new Set(["mtc-ready", "mtc-step"]))
  })

  test("cannot style it by what it sets of the look", async () => {
    await page.goto(visits.site.partnerOrigin)
    const frame = page.frameLocator("mtc-create-logon iframe")
    await isAt(frame, "taxpayer-type")
    const requests: string[] = []
    page.on("request", (request) => requests.push(request.url()))
    await page.evaluate(() => {
      const element = document.querySelector("mtc-create-logon") as HTMLElement & { appearance: unknown }
      const evil = "url(https://evil.example/steal)"
      element.appearance = {
        variables: {
          colorPrimary: evil,
          fontFamily: `x;} body{background:${evil}`,
          radius: "1px;display:none",
          colorText: "expression(alert(1))"
        }
      }
    })
    await frame.getByRole("radio", { name: en["field.taxpayer-type.individual"] }).press("Space")
    await press(frame, "next")
    await isAt(frame, "taxpayer-id")
    expect(requests.filter((url) => url.includes("evil.example"))).toEqual([])
    expect(await frame.locator("html").getAttribute("style")).not.toMatch(/url|expression|display/)
  })
})

test.each(["blocked", "allowed"] as const)(
  "the whole form goes with third-party cookies %s, and sets none",
  async (choice) => {
    const person = somebody(choice === "blocked" ? "jo-joint" : "amy-amended")
    const strict = await launchWithThirdPartyCookies(choice)
    strict.setDefaultTimeout(15_000)
    const complaints = watchPages(strict)
    const own = await strict.newPage()
    await own.bringToFront()
    await own.goto(visits.site.partnerOrigin)
    const frame = own.frameLocator("mtc-create-logon iframe")
    await walkTo(frame, person)
    await press(frame, "submit")
    await isAt(frame, "confirmation")
    await visits.site.house.drain()
    await frame.getByText(en["status.approved"]).waitFor()
    expect(await strict.cookies()).toEqual([])
    expect(complaints).toEqual([])
    await strict.close()
  }
)

test("the id of the partner is public: what it opens is a draft of nobody", async () => {
  const response = await context.request.post(`${visits.site.origin}/v1/logon-requests`, {
    data: { partnerId },
    headers: { origin: visits.site.evilOrigin, "content-type": "application/json" }
  })
  expect(response.status()).toBe(403)
})
