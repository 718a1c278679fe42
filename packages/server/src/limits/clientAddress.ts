import { isIP } from "node:net"
import { isInNetworks, parseNetwork } from "../network/parseNetwork.ts"
import { plainAddress } from "../network/plainAddress.ts"

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

const isOneOf = (networks: ReadonlyArray<string>) =>
  isInNetworks(networks.flatMap((network) => parseNetwork(network) ?? []))

/** A hop as a proxy may write it: `198.51.100.7:5555`, `[2001:db8::1]`, `[2001:db8::1]:5555`, or the bare address. */
const hopWithPort = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/

/** The address of a hop; `undefined` where it has none. */
const addressOf = (hop: string): string | undefined => {
  const [, bracketed, dotted] = hopWithPort.exec(hop) ?? []
  return plainAddress(bracketed ?? dotted ?? hop)
}

/** The eight groups of an IPv6 address, so that every spelling of a network is one. */
const groupsOf = (address: string): ReadonlyArray<string> => {
  const [head = "", tail] = address.split("::")
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
 * What stands further left in that header is the caller's own word, and is not read. A hop that is no address ends the
 * reading: its caller is unknown, and shares the bucket of all that are.
 */
export const clientAddressOf = (settings: {
  readonly trustedProxies: ReadonlyArray<string>
  readonly sharedNetworks: ReadonlyArray<string>
}): ((socket: string | undefined, forwardedFor: string | undefined) => ClientAddress) => {
  const isProxy = isOneOf(settings.trustedProxies)
  const isOfShared = isOneOf(settings.sharedNetworks)
  return (socket, forwardedFor) => {
    const hops = [...(forwardedFor ?? "").slice(-2_000).split(","), socket ?? ""].map((hop) => addressOf(hop.trim()))
    let address: string | undefined
    for (const hop of hops.toReversed()) {
      address = hop
      if (hop === undefined || !isProxy(hop)) break
      address = undefined
    }
    if (address === undefined) return unknown
    const isShared = isOfShared(address)
    if (isIP(address) === 4) return { address, network: `${address.split(".").slice(0, 3).join(".")}.0/24`, isShared }
    const groups = groupsOf(address)
    return {
      address: `${groups.slice(0, 4).join(":")}::/64`,
      network: `${groups.slice(0, 3).join(":")}::/48`,
      isShared
    }
  }
}
