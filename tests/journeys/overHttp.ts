import { answerCheck } from "./answerCheck.ts"
import type { House } from "./openHouse.ts"

/** The app of a house that listens, as `app.request` is called: over real HTTP, every answer held against the document. */
export const overHttp = (port: number): Pick<House, "app">["app"] =>
  ({
    request: async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`http://localhost:${port}${path}`, { redirect: "manual", ...init })
      await answerCheck(init.method ?? "GET", path, response)
      return response
    }
  }) as unknown as House["app"]
