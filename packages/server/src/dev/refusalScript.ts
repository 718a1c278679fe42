/**
 * The script of the page that explains a refusal: it logs the reason for the developer, and gives the page around the frame
 * the error code over the port of the handshake.
 */
export const refusalScript = `
const { code } = document.body.dataset
console.error("<mtc-create-logon> " + code + ": " + document.querySelector("main").innerText)
addEventListener("message", ({ data, ports: [port], source }) => {
  if (source === parent && data?.mtc === 1 && data.type === "init") port?.postMessage({ mtc: 1, type: "error", code })
})
`
