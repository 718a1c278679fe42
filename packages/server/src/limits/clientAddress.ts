import { BlockList, isIP } from "node:net"

/** Addresses that are one caller, and the wider network that they are of. */
export interface ClientAddress {
  /** IPv4: the address; IPv6: its /64. */
  readonly address: string
  /** IPv4: its /24; IPv6: its /48. */
  readonly network: string
  /** It is one of `SHARED_NETWORKS`. */
  readonly isShared: boolean
}

/** Where nothing is known: everybody unknown is one caller, so that nobody skips a limit. */
const unknown: ClientAddress = { address: "unknown", network: "unknown", isShared: false }

const listOf = (networks: ReadonlyArray<string>): BlockList => {
  const list = new BlockList()
  for (const each of networks) {
    const [address = "", bits] = each.split("/")
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    list.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family)
  }
  return list
}

/** An IPv4 address that came over an IPv6 socket is an IPv4 address. */
const plain = (text: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")

/** The eight groups of an IPv6 address, so that every spelling of a network is one. */
const groupsOf = (address: string): ReadonlyArray<string> => {
  const [head = "", tail] = address.split("%")[0]!.split("::")
  const before = head === "" ? [] : head.split(":")
  const after = tail === undefined || tail === "" ? [] : tail.split(":")
  const between = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => "0")
  return [...before, ...between, ...after].map((group) => Number.parseInt(group, 16).toString(16))
}

/**
 * Makes the reader of who calls.
 *
 * **Details**
 *
 * It is the socket's address; behind trusted proxies, the right-most hop of `X-Forwarded-For` that is none of them.
 *
 * **Gotchas**
 *
 * What stands further left in that header is the caller's own word, and is not read.
 */
export const clientAddressOf = (settings: {
  readonly trustedProxies: ReadonlyArray<string>
  readonly sharedNetworks: ReadonlyArray<string>
}): ((socket: string | undefined, forwardedFor: string | undefined) => ClientAddress) => {
  const proxies = listOf(settings.trustedProxies)
  const shared = listOf(settings.sharedNetworks)
  return (socket, forwardedFor) => {
    const hops = [...(forwardedFor ?? "").slice(-2_000).split(","), socket ?? ""].map((hop) => plain(hop.trim()))
    let address: string | undefined
    for (const hop of hops.toReversed()) {
      if (isIP(hop) === 0) break
      address = hop
      if (!isIn(proxies, hop)) break
      address = undefined
    }
    if (address === undefined) return unknown
    const isShared = isIn(shared, address)
    if (isIP(address) === 4) return { address, network: `${address.split(".").slice(0, 3).join(".")}.0/24`, isShared }
    const groups = groupsOf(address)
    return {
      address: `${groups.slice(0, 4).join(":")}::/64`,
      network: `${groups.slice(0, 3).join(":")}::/48`,
      isShared
    }
  }
}
