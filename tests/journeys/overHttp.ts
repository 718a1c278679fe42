import type { House } from "./openHouse.ts"

/** The app of a house that listens, as `app.request` is called: over real HTTP. */
export const overHttp = (port: number): Pick<House, "app">["app"] =>
  ({
    request: (path: string, init: RequestInit) =>
      fetch(`http://localhost:${port}${path}`, { redirect: "manual", ...init })
  }) as unknown as House["app"]
