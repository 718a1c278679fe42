import type { BrowserContext } from "playwright-core"

/** What nobody wants to see: errors in the console, breaches of a policy, scripts that threw. One list for all pages of a context. */
export const watchPages = (context: BrowserContext): Array<string> => {
  const complaints: string[] = []
  context.on("console", (message) => {
    // A call that is refused shows as a failed resource: that is the answer, not a mistake.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource: the server responded"))
      complaints.push(message.text())
  })
  context.on("weberror", (error) => complaints.push(String(error.error())))
  return complaints
}
