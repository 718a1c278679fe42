import type { Page } from "playwright-core"

/**
 * Does something, and waits until the page has taken in what the service answered to it: only then may time go by.
 *
 * **Gotchas**
 *
 * The page's timers may be a test's own, so messages say that its turn has come, and come again.
 */
export const answered = async (page: Page, path: RegExp, act: () => Promise<unknown>): Promise<void> => {
  const [response] = await Promise.all([page.waitForResponse((each) => path.test(new URL(each.url()).pathname)), act()])
  await response.finished()
  for (let turn = 0; turn < 3; turn++)
    await response.frame().evaluate(
      () =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener("message", done)
          port1.start()
          port2.postMessage("turn")
        })
    )
}
