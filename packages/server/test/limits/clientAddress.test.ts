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
    { socket: "::FFFF:c633:6407", forwarded: undefined, address: "198.51.100.7", network: "198.51.100.0/24" },
    { socket: "0:0:0:0:0:ffff:c633:6407", forwarded: undefined, address: "198.51.100.7", network: "198.51.100.0/24" },
    { socket: "::ffff:0a01:0203", forwarded: "203.0.113.9", address: "203.0.113.9", network: "203.0.113.0/24" },
    { socket: "10.1.2.3", forwarded: "::ffff:cb00:7109", address: "203.0.113.9", network: "203.0.113.0/24" },
    { socket: "10.1.2.3", forwarded: "203.0.113.9:5555", address: "203.0.113.9", network: "203.0.113.0/24" },
    { socket: "10.1.2.3", forwarded: "[2001:db8:1:2::9]", address: "2001:db8:1:2::/64", network: "2001:db8:1::/48" },
    { socket: "10.1.2.3", forwarded: "[2001:db8:1:2::9]:80", address: "2001:db8:1:2::/64", network: "2001:db8:1::/48" },
    { socket: "10.1.2.3", forwarded: "[::ffff:cb00:7109]:80", address: "203.0.113.9", network: "203.0.113.0/24" },
    {
      socket: "10.1.2.3",
      forwarded: "203.0.113.9:80, 10.9.9.9:443",
      address: "203.0.113.9",
      network: "203.0.113.0/24"
    },
    { socket: "10.1.2.3", forwarded: "203.0.113.9:", address: "unknown", network: "unknown" },
    { socket: "10.1.2.3", forwarded: "[203.0.113.9", address: "unknown", network: "unknown" },
    { socket: "10.1.2.3", forwarded: "0x7f.1:80", address: "unknown", network: "unknown" },
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

  test("a proxy's own port or spelling is no other caller", () => {
    const spelled = ["203.0.113.9", "203.0.113.9:1", "203.0.113.9:65535", "::ffff:203.0.113.9", "[::FFFF:cb00:7109]:4"]
    expect(new Set(spelled.map((hop) => behind("10.1.2.3", hop).address))).toEqual(new Set(["203.0.113.9"]))
  })

  test("a network in IPv6 is none of IPv4 addresses, and a mapped one is", () => {
    const of = (proxy: string) => clientAddressOf({ trustedProxies: [proxy], sharedNetworks: [] })
    expect(of("::/64")("198.51.100.7", "203.0.113.9").address).toBe("198.51.100.7")
    expect(of("::ffff:198.51.100.0/120")("198.51.100.7", "203.0.113.9").address).toBe("203.0.113.9")
  })

  test("a volunteer tax site is known by its network", () => {
    expect(behind("192.0.2.77", undefined).isShared).toBe(true)
  })
})
