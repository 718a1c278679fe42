/** What the partner's pages do: copy a value, go to a person when one is chosen, write down the events of the form. */
export const siteScript = `
const said = document.getElementById("copied")

for (const button of document.querySelectorAll("button[data-copy]")) {
  const words = button.innerHTML
  button.addEventListener("click", async () => {
    let word = "Copied"
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
    } catch {
      word = "Not copied. Select the text to copy it."
    }
    button.firstChild.textContent = word
    if (said) said.textContent = word
    setTimeout(() => {
      button.innerHTML = words
      if (said) said.textContent = ""
    }, 2000)
  })
}

const log = document.getElementById("events")
const form = document.querySelector("mtc-create-logon")
const names = ["ready", "step", "complete", "done", "cancel", "timeout", "error"]

const write = (name, detail) => {
  log.querySelector(".none")?.remove()
  const line = document.createElement("li")
  const time = document.createElement("time")
  time.textContent = new Date().toLocaleTimeString("en-US", { hour12: false })
  const event = document.createElement("strong")
  event.textContent = name
  const what = document.createElement("code")
  what.textContent = JSON.stringify(detail)
  line.append(time, " ", event, " ", what)
  log.append(line)
  log.parentElement.scrollTop = log.parentElement.scrollHeight
}

if (log && form)
  for (const name of names) form.addEventListener("mtc-" + name, ({ detail }) => write("mtc-" + name, detail))
`
