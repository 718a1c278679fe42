// @vitest-environment jsdom
import { expect, test } from "vitest"
import { taxpayerTypeScreen } from "../../src/steps/taxpayer-type/taxpayerTypeScreen.tsx"
import { links, options, viewOf } from "../fixtures.ts"
import { show } from "../page.ts"

const { Fields } = taxpayerTypeScreen

/** What a business reads, and where it can go from there. */
const businessReads = async (businessLogon: string | null) => {
  const view = viewOf({}, { options: { ...options, links: { ...links, businessLogon } } })
  const taxpayerType = "business"
  const field = (id: string) => ({ id, issue: undefined, value: taxpayerType, onValue: () => undefined })
  const page = await show(
    <Fields
      view={view}
      typed={{ taxpayerType }}
      type={() => undefined}
      field={field}
      answered={false}
      notMe={async () => true}
    />
  )
  const told = page.querySelector('[role="group"]')
  return {
    text: told?.textContent ?? "",
    hrefs: Array.from(told?.querySelectorAll("a") ?? [], (link) => link.getAttribute("href"))
  }
}

test("a business is led to its own logon where there is one elsewhere, and else is told whom to call", async () => {
  const led = await businessReads("/business-logon")
  expect(led.hrefs).toEqual(["/business-logon"])
  const called = await businessReads(null)
  expect(called.hrefs).toEqual([])
  for (const { text } of [led, called])
    for (const phone of [options.contacts.phone, options.contacts.tollFree]) expect(text).toContain(phone)
})
