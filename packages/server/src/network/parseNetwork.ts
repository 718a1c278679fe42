import { BlockList, isIP } from "node:net"
import { plainAddress } from "./plainAddress.ts"

/** Addresses that begin alike, in `bits` bits. */
export interface Network {
  readonly address: string
  readonly bits: number
  readonly family: "ipv4" | "ipv6"
}

/** Bits before the IPv4 address in an IPv6 one that it is mapped into. */
const mappedBits = 96

/** Reads `10.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`; `undefined` where it is none. A mapped IPv4 network is an IPv4 network. */
export const parseNetwork = (text: string): Network | undefined => {
  const [typed = "", length, ...rest] = text.split("/")
  const address = plainAddress(typed)
  if (address === undefined || rest.length > 0 || typed.includes("%")) return undefined
  const widest = isIP(typed) === 6 ? 128 : 32
  const bits = length === undefined ? widest : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN
  if (!(bits <= widest)) return undefined
  const family = isIP(address) === 6 ? "ipv6" : "ipv4"
  return { address, bits: family === "ipv4" && widest === 128 ? Math.max(0, bits - mappedBits) : bits, family }
}

/** Whether an address, as `plainAddress` writes it, is in one of the networks. */
export const isInNetworks = (networks: ReadonlyArray<Network>): ((address: string) => boolean) => {
  // Two lists: Node's own would find every IPv4 address in `::/64`.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const { address, bits, family } of networks) lists[family].addSubnet(address, bits, family)
  return (address) => {
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    return lists[family].check(address, family)
  }
}
