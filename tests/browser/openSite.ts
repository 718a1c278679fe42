import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Partners } from "@mtc-logon/core/partner"
import { Effect } from "effect"
import { serve } from "../../packages/server/src/serve.ts"
import { freePort } from "../harness/freePort.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House, HouseOptions } from "../journeys/openHouse.ts"

export const partnerId = "mtcpk_test_bayside"

/** A house that listens, and sites of others beside it. */
export interface Site {
  readonly house: House
  /** Of the Department: `http://localhost:<port>`. */
  readonly origin: string
  /** Of the partner, another site: `http://127.0.0.1:<port>`. */
  readonly partnerOrigin: string
  /** Of somebody who is no partner. */
  readonly evilOrigin: string
  readonly close: () => Promise<void>
}

const listen = async (answer: (path: string, own: string) => string) => {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8")
    response.end(answer(request.url ?? "/", `http://${request.headers.host}`))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  return { server, port: (server.address() as AddressInfo).port }
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bayside Tax Help</title><link rel="icon" href="data:,"></head>
<body style="margin:0;font-family:system-ui"><main><h1>Bayside Tax Help</h1>${body}</main></body></html>`

/** The partner's page as the documents say to write it; what it hears is kept for the test. */
const partnerPage = (origin: string, more = "") =>
  page(`<mtc-create-logon partner-id="${partnerId}" reference="case-1042"></mtc-create-logon>
<script>
  window.heard = []
  for (const name of ["ready", "step", "complete", "done", "cancel", "timeout", "error"])
    addEventListener("mtc-" + name, ({ type, detail }) => heard.push({ type, detail }))
  addEventListener("message", ({ data, origin }) => heard.push({ type: "message", detail: { data, origin } }))
</script>${more}
<script src="${origin}/widget/v1/mtc.js"></script>`)

const frameOf = (src: string, more = "") =>
  page(`<iframe title="other" width="800" height="900" src="${src}" ${more}></iframe>`)

/** Opens a house on a free port with its partner registered, the partner's site, and one of somebody else. */
export const openSite = async (options: HouseOptions = {}): Promise<Site> => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const embed = `${origin}/embed/v1/create-logon?p=${partnerId}`
  const evil = await listen((path) =>
    path.startsWith("/nested")
      ? frameOf(decodeURIComponent(path.slice("/nested?".length)))
      : path === "/frame"
        ? frameOf(embed)
        : partnerPage(origin)
  )
  const evilOrigin = `http://127.0.0.1:${evil.port}`
  const partner = await listen((path, own) => {
    if (path === "/frame") return frameOf(embed)
    if (path === "/sandboxed") return frameOf(`${own}/`, 'sandbox="allow-scripts"')
    if (path === "/data") return frameOf(`data:text/html,${encodeURIComponent(frameOf(embed))}`)
    if (path === "/through-evil") return frameOf(`${evilOrigin}/nested?${encodeURIComponent(embed)}`)
    return partnerPage(origin)
  })
  const partnerOrigin = `http://127.0.0.1:${partner.port}`

  const house = await openHouse({ ...options, settings: { PUBLIC_BASE_URL: origin, ...options.settings } })
  await house.runtime.runPromise(
    Effect.flatMap(Partners, ({ keep }) =>
      keep({ id: partnerId, name: "Bayside Tax Help", origins: [partnerOrigin], mode: "test", disabled: false })
    )
  )
  const served = await serve(house.app, { host: "127.0.0.1", port })
  return {
    house,
    origin,
    partnerOrigin,
    evilOrigin,
    close: async () => {
      await served.stop(0)
      for (const { server } of [partner, evil]) {
        server.closeAllConnections()
        server.close()
      }
      await house.close()
    }
  }
}
