import { render } from "preact"
import { apiAt } from "../api/Api.ts"
import { HeadingLevel } from "../parts/heading/HeadingLevel.ts"
import { logonErrorCodes } from "../protocol/LogonErrorCode.ts"
import type { Setup, ToFrameMessage } from "../protocol/ToFrameMessage.ts"
import { LogonRequestApp } from "../steps/LogonRequestApp.tsx"
import type { StepEvents } from "../steps/StepEvents.ts"
import { applyAppearance } from "../theme/applyAppearance.ts"
import { say } from "../wording/say.ts"
import type { FrameData } from "./FrameData.ts"
import "./frame.css"
import type { PageChannel } from "./PageChannel.ts"
import { awaitPage } from "./PageChannel.ts"
import { readShell } from "./readShell.ts"

const data = readShell("frame") as FrameData
const root = document.getElementById("mtc-frame") ?? document.body
/** What the frame is, before its title says the step: the page around it has a main part of its own. */
const name = document.title

const look = (setup: Setup, channel: PageChannel) => {
  for (const code of applyAppearance(document.documentElement, setup)) channel.send({ mtc: 1, type: "error", code })
}

const eventsTo = ({ send }: PageChannel): StepEvents => ({
  step: (step, number, total) => {
    send({ mtc: 1, type: "step", step, number, total })
    send({ mtc: 1, type: "scroll" })
  },
  complete: (confirmationNumber) => send({ mtc: 1, type: "complete", confirmationNumber }),
  done: () => send({ mtc: 1, type: "done" }),
  cancel: () => send({ mtc: 1, type: "cancel" }),
  timeout: () => send({ mtc: 1, type: "timeout" }),
  error: (code) => send({ mtc: 1, type: "error", code: logonErrorCodes.find((known) => known === code) ?? "other" })
})

const begin = (setup: Setup & { readonly reference?: string }, channel: PageChannel) => {
  look(setup, channel)
  render(
    <HeadingLevel.Provider value={setup.headingLevel ?? 2}>
      <main class="mtc-page-form" aria-label={name}>
        <p class="mtc-secure mtc-no-print">{say("frame.secure", { host: location.host, partner: data.partnerName })}</p>
        <LogonRequestApp
          api={api}
          openedBy={{
            partnerId: data.partnerId,
            locale: setup.locale ?? data.locale,
            ...(setup.reference === undefined ? {} : { reference: setup.reference })
          }}
          events={eventsTo(channel)}
          start="taxpayer-type"
          ownsDocument
        />
      </main>
    </HeadingLevel.Provider>,
    root
  )
  new ResizeObserver(channel.sendHeight).observe(document.documentElement)
  new MutationObserver(channel.sendHeight).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true
  })
}

const api = apiAt("")
let open: PageChannel | undefined

const receive = (message: ToFrameMessage) => {
  if (message.type === "focus") root.querySelector<HTMLElement>("[data-focus=step]")?.focus()
  if (message.type === "reset") location.reload()
  if (message.type === "update" && open !== undefined) look(message, open)
}

if (parent === window) render(<p class="mtc-page-form">{say("frame.alone")}</p>, root)
else
  awaitPage(
    data.origins,
    (init, channel) => {
      open = channel
      begin(init, channel)
    },
    receive
  )
