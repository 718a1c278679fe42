import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { Person } from "@mtc-logon/core/testing"
import type { Page } from "playwright-core"
import { visitorOf } from "../journeys/visitorOf.ts"
import { isAt } from "./fillStep.ts"
import type { Screen } from "./fillStep.ts"
import type { Site } from "./openSite.ts"

/** Where the form stands: in a frame of a partner's page, or on our own page. */
export type Mode = "framed" | "inline"

/** The form of a page. */
export const screenOf = (page: Page, mode: Mode): Screen =>
  mode === "framed" ? page.frameLocator("mtc-create-logon iframe") : page

/** Opens the page that the form stands on. */
export const openForm = async (site: Site, page: Page, mode: Mode): Promise<Screen> => {
  await page.goto(mode === "framed" ? site.partnerOrigin : `${site.origin}/register`)
  return screenOf(page, mode)
}

/** Opens the form at a step, as a reload does: the steps before it were answered over HTTP. */
export const openStep = async (site: Site, page: Page, mode: Mode, person: Person, until?: AnsweredStepId) => {
  const { request } = await visitorOf(site.house).walk(person, until)
  const { id, token } = request
  await page.addInitScript(
    ({ key, origin }) => {
      if (location.origin !== origin || sessionStorage.getItem("planted") !== null) return
      sessionStorage.setItem("planted", "yes")
      sessionStorage.setItem("mtc-logon-request", key)
    },
    { origin: site.origin, key: JSON.stringify({ id, token, submitKey: "planted-for-a-test" }) }
  )
  const screen = await openForm(site, page, mode)
  await isAt(screen, until ?? "summary")
  return { screen, request }
}
