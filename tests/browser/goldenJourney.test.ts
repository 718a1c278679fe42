import { typedPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { canarySweep } from "../harness/canarySweep.ts"
import { activationCodeIn, securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { isAt, press, walkTo } from "./fillStep.ts"
import { useVisits } from "./useVisits.ts"

const larry = somebody("larry-mo")

describe("the walk of the seed, in the framed widget on a page of another site", () => {
  const visits = useVisits()

  /** Everything that the page is told through ports, besides what it hears as events. */
  const listenIn = (page: Page) =>
    page.addInitScript(() => {
      const told: unknown[] = []
      Object.assign(window, { told })
      const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage")!
      Object.defineProperty(MessagePort.prototype, "onmessage", {
        set(this: MessagePort, hear: (event: MessageEvent) => void) {
          set!.call(this, (event: MessageEvent) => {
            told.push(event.data)
            hear(event)
          })
        }
      })
    })

  const logIn = async (page: Page) => {
    await page.getByLabel(en["field.username.label"], { exact: true }).fill("good.elmo")
    await page.getByLabel(en["field.password.label"], { exact: true }).fill(typedPassword)
    await page.getByRole("button", { name: en["log-in.button"], exact: true }).press("Enter")
  }
  const enterCode = async (page: Page, code: string) => {
    await page.getByLabel(en["code.label"], { exact: true }).fill(code)
    await page.getByRole("button", { name: en["code.confirm"], exact: true }).press("Enter")
  }

  test("LARRY MO gets a logon by what he sees alone, and logs in a second time on a device that is trusted from then on", async () => {
    const { house, origin, partnerOrigin } = visits.site
    const { context } = await visits.visit("the mouse, at 1280 px", 1000)
    const { clock, drain, mails } = house
    const page = await context.newPage()
    await listenIn(page)
    await page.goto(partnerOrigin)
    const frame = page.frameLocator("mtc-create-logon iframe")
    await walkTo(frame, larry)
    expect(await frame.getByText("***-**-6789", { exact: true }).count()).toBe(1)
    await press(frame, "submit")

    await isAt(frame, "confirmation")
    await frame.getByText("0-704-061-440", { exact: true }).waitFor()
    expect(await frame.locator("[role=status][data-status]").textContent()).toBe(en["status.submitted"])
    await frame.getByRole("button", { name: en["confirmation.pin-show"] }).press("Enter")
    expect(await frame.locator(".mtc-pin").textContent()).toBe("1234")
    await frame.getByText("11/20/2020", { exact: false }).waitFor()

    clock.advance("1 second")
    await drain()
    await frame.getByText(en["status.approved"]).waitFor()
    expect(mails.map(({ at, rendered, to }) => [at.toJSON(), to.address, rendered.subject])).toEqual([
      ["2020-11-20T18:55:15.000Z", "goodelmo@dor.state.ma.us", "Registration Received"],
      ["2020-11-20T18:55:16.000Z", "goodelmo@dor.state.ma.us", "Registration Approved"]
    ])

    const own = await context.newPage()
    await own.goto(`${origin}/activate#${activationCodeIn(mails[1]!.rendered.text)}`)
    await logIn(own)
    await own.getByRole("button", { name: en["two-step.email.button"], exact: true }).press("Enter")
    await own.getByLabel(en["two-step.email.label"]).fill("elmo@dor.state.ma.us")
    await own.getByRole("button", { name: en["two-step.email.save"], exact: true }).press("Enter")
    await own.getByText("was sent to elmo@dor.state.ma.us").waitFor()
    expect(await own.getByLabel(en["code.trust"]).count()).toBe(0)
    await drain()
    expect(securityCodeIn(mails[2]!.rendered.text)).toBe("400533")
    await enterCode(own, "400533")
    await own.getByText(en["two-step.done.title"]).waitFor()
    await own.getByRole("button", { name: en["two-step.confirm"], exact: true }).press("Enter")
    await own.getByRole("heading", { name: "Welcome, LARRY MO" }).waitFor()
    expect(await own.getByRole("table").textContent()).toContain("***-**-6789")
    // The page that waits is told of it by itself.
    await frame.getByText(en["status.activated"]).waitFor()
    await frame.getByRole("button", { name: en["confirmation.ok"], exact: true }).press("Enter")
    await frame.getByText(en["end.finished.title"]).waitFor()
    await own.getByRole("button", { name: en["account.log-out"] }).press("Enter")
    await own.getByRole("heading", { name: en["page.home.title"] }).waitFor()

    clock.advance("1 day")
    await own.goto(`${origin}/log-in`)
    await logIn(own)
    await own.getByText("was sent to e***@d**.s****.m*.us").waitFor()
    await drain()
    expect(securityCodeIn(mails[3]!.rendered.text)).toBe("213113")
    expect(await own.getByLabel(en["code.trust"]).isChecked()).toBe(false)
    await own.getByLabel(en["code.trust"]).check()
    await enterCode(own, "213113")
    await own.getByRole("heading", { name: "Welcome, LARRY MO" }).waitFor()
    await own.getByRole("button", { name: en["account.log-out"] }).press("Enter")
    await own.getByRole("heading", { name: en["page.home.title"] }).waitFor()
    await own.goto(`${origin}/log-in`)
    await logIn(own)
    await own.getByRole("heading", { name: "Welcome, LARRY MO" }).waitFor()

    await expect(JSON.stringify(await house.audit(), null, 2) + "\n").toMatchFileSnapshot(
      "goldens/larry-mo-in-the-frame.audit.json"
    )

    const heard = await page.evaluate(() => {
      const { heard, told } = window as unknown as { heard: Array<{ type: string }>; told: unknown[] }
      return { types: heard.map(({ type }) => type), text: JSON.stringify({ heard, told }), ports: told.length }
    })
    expect(heard.ports).toBeGreaterThan(15)
    expect([...new Set(heard.types)]).toEqual(["mtc-ready", "mtc-step", "mtc-complete", "mtc-done"])
    const personal = [
      { name: "the number", value: "900-12-6789" },
      { name: "the amount", value: "100.00" },
      { name: "the name", value: "LARRY MO" },
      { name: "the username", value: "good.elmo" },
      { name: "the e-mail address", value: "goodelmo@dor.state.ma.us" },
      { name: "the phone number", value: "(111) 111-1111" },
      { name: "the PIN", value: "1234" },
      { name: "the password", value: typedPassword },
      { name: "the answer", value: "Boston" }
    ]
    expect(canarySweep([{ where: "what crossed the frame", text: heard.text }], personal)).toEqual([])
  })
})
