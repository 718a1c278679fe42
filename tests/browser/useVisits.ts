import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { goldenInstant } from "../journeys/movableClock.ts"
import type { HouseOptions } from "../journeys/openHouse.ts"
import type { Way } from "./handsOf.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { openVisit } from "./openVisit.ts"
import type { Visit } from "./openVisit.ts"

/** What the tests of a file share, and a visitor for each of them. */
export interface Visits {
  readonly site: Site
  readonly browser: Browser
  /** Somebody with a window of their own, which closes after the test. Nothing may be wrong in it by then. */
  readonly visit: (way?: Way, height?: number) => Promise<Visit>
}

/** Opens one site and one browser for the tests of a file. Each test begins at the golden instant. */
export const useVisits = (options: HouseOptions = {}): Visits => {
  let site: Site
  let browser: Browser
  const visits: Array<Visit> = []
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([openSite(options), launchChromium()])
  })
  afterAll(() => Promise.all([browser.close(), site.close()]))
  beforeEach(() => site.house.clock.set(goldenInstant))
  afterEach(async () => {
    const here = visits.splice(0)
    await Promise.all(here.map(({ context }) => context.close()))
    expect(here.flatMap(({ complaints }) => complaints)).toEqual([])
  })
  return {
    get site() {
      return site
    },
    get browser() {
      return browser
    },
    visit: async (way = "the mouse, at 1280 px", height) => {
      const visit = await openVisit(site, browser, way, height)
      visits.push(visit)
      return visit
    }
  }
}
