/** The inbox's script: shows what comes as it comes, and empties the inbox. */
export const inboxScript = `
const listen = async () => {
  const { ticket } = await (await fetch("/v1/dev/messages/events-ticket", { method: "POST" })).json()
  const url = new URL("/v1/dev/messages/events?ticket=" + ticket, location.href)
  url.protocol = url.protocol.replace("http", "ws")
  const socket = new WebSocket(url)
  socket.addEventListener("message", () => location.replace("/dev/inbox"))
  socket.addEventListener("close", () => setTimeout(listen, 2000))
}
listen()
document.getElementById("delete").addEventListener("click", async () => {
  await fetch("/v1/dev/messages", { method: "DELETE" })
  location.replace("/dev/inbox")
})
`
