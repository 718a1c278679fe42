import { isIP, SocketAddress } from "node:net"

/**
 * The one spelling of an IP address; `undefined` where a text is none.
 *
 * **Details**
 *
 * IPv6 is written as RFC 5952 says, without a zone. An IPv4 address that is mapped into IPv6 (`::ffff:198.51.100.7`,
 * `::FFFF:c633:6407`, in whatever spelling) is the IPv4 address.
 */
export const plainAddress = (text: string): string | undefined => {
  const [address = ""] = text.split("%")
  const version = isIP(address)
  if (version !== 6) return version === 4 ? address : undefined
  const canonical = new SocketAddress({ address, family: "ipv6" }).address
  return /^::ffff:([\d.]+)$/.exec(canonical)?.[1] ?? canonical
}
