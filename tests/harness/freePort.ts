import { randomInt } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:net"

/** Below the ports that the system gives to outgoing connections, which come and go between a look and the use. */
const ports = { from: 20_000, below: 32_000 }

const isTaken = async (port: number): Promise<boolean> => {
  const server = createServer()
  const taken = new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(true))
    server.listen(port, "127.0.0.1", () => resolve(false))
  })
  if (await taken) return true
  server.close()
  await once(server, "close")
  return false
}

/** A free port of 127.0.0.1, for a server whose address must be known before it listens. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(ports.from, ports.below)
    if (!(await isTaken(port))) return port
  }
}
