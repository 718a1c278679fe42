import { BlockList, isIP } from "node:net"
import type { Context, MiddlewareHandler } from "hono"

const loopback = new BlockList()
loopback.addSubnet("127.0.0.0", 8, "ipv4")
loopback.addAddress("::1", "ipv6")
loopback.addSubnet("::ffff:127.0.0.0", 104, "ipv6")

const isLoopback = (address: string | undefined) =>
  address !== undefined && isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")

/**
 * Lets only this machine's own calls through; for all others there is nothing here.
 *
 * **Gotchas**
 *
 * The host's name is looked at too: a page on the Internet may point a name of its own at 127.0.0.1.
 */
export const loopbackOnly =
  (addressOf: (c: Context) => string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const host = URL.parse(`http://${c.req.header("host") ?? ""}`)?.hostname ?? ""
    const named = ["localhost", "127.0.0.1", "[::1]"].includes(host)
    return named && isLoopback(addressOf(c)) ? next() : c.notFound()
  }
