import type { TrustedDeviceView } from "@mtc-logon/core/two-step"
import { formatDateTime } from "../../steps/formatDateTime.ts"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say, sayOf } from "../../wording/say.ts"

export interface TrustedDevicesProps {
  readonly devices: ReadonlyArray<TrustedDeviceView>
  readonly onRemove: (id: string) => void
}

/** A device as its owner knows it: `Firefox on Linux`. */
export const deviceName = ({ browser, system }: Pick<TrustedDeviceView, "browser" | "system">): string =>
  say("device.name", {
    browser: sayOf("device.browser.", `device.browser.${browser}`, {}, "device.browser.other"),
    system: sayOf("device.system.", `device.system.${system}`, {}, "device.system.other")
  })

/** The browsers that skip the code, each with a button to take its trust back. @rule D-15 */
export const TrustedDevices = ({ devices, onRemove }: TrustedDevicesProps) => (
  <section aria-labelledby="mtc-devices" class="mtc-no-print">
    <Heading depth={1} id="mtc-devices">
      {say("security.devices.title")}
    </Heading>
    <p>{devices.length === 0 ? say("security.devices.none") : say("security.devices.text")}</p>
    {devices.length === 0 ? null : (
      <ul class="mtc-cards">
        {devices.map((device) => (
          <li class="mtc-card" key={device.id}>
            <p class="mtc-card-title">{deviceName(device)}</p>
            {device.isThisOne ? <p class="mtc-done">{say("security.devices.this")}</p> : null}
            <p>{say("security.devices.last", { at: formatDateTime(device.lastSeenAt) })}</p>
            <p>{say("security.devices.until", { at: formatDateTime(device.expiresAt) })}</p>
            <Button kind="secondary" onClick={() => onRemove(device.id)}>
              {say("security.devices.remove")}
              <span class="mtc-hidden"> {deviceName(device)}</span>
            </Button>
          </li>
        ))}
      </ul>
    )}
  </section>
)
