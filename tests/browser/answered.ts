import type { Page } from "playwright-core"

/** Does something, and waits until the page has taken in what the service answered to it: only then may time go by. */
export const answered = async (page: Page, path: RegExp, act: () => Promise<unknown>): Promise<void> => {
  const [response] = await Promise.all([page.waitForResponse((each) => path.test(new URL(each.url()).pathname)), act()])
  await response.finished()
  await response.frame().evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}
