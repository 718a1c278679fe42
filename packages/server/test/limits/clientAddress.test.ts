import { describe, expect, test } from "vitest"
import { clientAddressOf } from "../../src/limits/clientAddress.ts"

const behind = clientAddressOf({ trustedProxies: ["10.0.0.0/8", "fd00::/8"], sharedNetworks: ["192.0.2.0/24"] })
const alone = clientAddressOf({ trustedProxies: [], sharedNetworks: [] })

describe("T39 who calls", () => {
  test.each([
    { socket: "198.51.100.7", forwarded: undefined, address: "198.51.100.7", network: "198.51.100.0/24" },
    { socket: "::ffff:198.51.100.7", forwarded: undefined, address: "198.51.100.7", network: "198.51.100.0/24" },
    { socket: "198.51.100.7", forwarded: "203.0.113.9", address: "198.51.100.7", network: "198.51.100.0/24" },
    { socket: "10.1.2.3", forwarded: "203.0.113.9", address: "203.0.113.9", network: "203.0.113.0/24" },
    {
      socket: "10.1.2.3",
      forwarded: "1.1.1.1, 203.0.113.9, 10.4.4.4",
      address: "203.0.113.9",
      network: "203.0.113.0/24"
    },
    { socket: "10.1.2.3", forwarded: undefined, address: "unknown", network: "unknown" },
    { socket: "10.1.2.3", forwarded: "nonsense", address: "unknown", network: "unknown" },
    { socket: "10.1.2.3", forwarded: "203.0.113.9, nonsense", address: "unknown", network: "unknown" },
    { socket: undefined, forwarded: "203.0.113.9", address: "unknown", network: "unknown" },
    { socket: "2001:db8:1:2:3:4:5:6", forwarded: undefined, address: "2001:db8:1:2::/64", network: "2001:db8:1::/48" },
    { socket: "2001:DB8:1:2::9", forwarded: undefined, address: "2001:db8:1:2::/64", network: "2001:db8:1::/48" },
    { socket: "2001:db8::9", forwarded: undefined, address: "2001:db8:0:0::/64", network: "2001:db8:0::/48" },
    { socket: "fd00::1", forwarded: "2001:0db8:0001:0002::1", address: "2001:db8:1:2::/64", network: "2001:db8:1::/48" }
  ])("from $socket with $forwarded is $address of $network", ({ socket, forwarded, address, network }) => {
    expect(behind(socket, forwarded)).toEqual({ address, network, isShared: false })
  })

  test("a thousand made-up hops are one caller", () => {
    const seen = new Set(
      Array.from({ length: 1_000 }, (_, at) => alone("198.51.100.7", `203.0.113.${at % 250}`).address)
    )
    expect([...seen]).toEqual(["198.51.100.7"])
  })

  test("a volunteer tax site is known by its network", () => {
    expect(behind("192.0.2.77", undefined).isShared).toBe(true)
  })
})
