/**
 * The script of the development tools: "Fill as ..." under the form, and Populate beside a security code.
 *
 * **Details**
 *
 * It comes beside the page's own script and works from outside, as a person does: it finds fields by their ids, types, and lets
 * the page hear it. After "Fill as ..." each step is filled once, as it appears; the person presses Next. @rule R-37
 *
 * **Gotchas**
 *
 * The page's own files know nothing of it, so that development runs the very files that production serves. @adr 0023
 */
export const toolsScript = `
const { people, words } = await (await fetch("/v1/dev/fixtures")).json()

const style = new CSSStyleSheet()
style.replaceSync(".mtc-development { margin: 1.5rem; padding: .75rem; border: 1px dashed; font: 1rem/1.5 system-ui }" +
  ".mtc-development :is(select, button) { min-block-size: 2.75rem; max-inline-size: 100%; font: inherit }")
document.adoptedStyleSheets.push(style)

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
const button = (textContent, onclick) => make("button", { type: "button", className: "mtc-button", textContent, onclick })

/** The page draws again after what it heard. */
const drawn = () => new Promise((done) => setTimeout(done))
const type = async (field, value) => {
  const text = value === false ? "no" : value === true ? "yes" : value
  const id = CSS.escape("mtc-" + field)
  const choice = document.querySelector("input[type=radio][name=" + id + "][value=" + CSS.escape(text) + "]")
  const one = choice ?? document.querySelector("#" + id)
  if (one === null) return
  if (one.type === "radio" || one.type === "checkbox") one.click()
  else {
    one.value = text
    one.dispatchEvent(new Event(one.localName === "select" ? "change" : "input", { bubbles: true }))
  }
  await drawn()
}

let answers = []
const fill = async () => {
  const step = document.querySelector("[data-step]")?.dataset.step
  const answer = answers.find((each) => each.step === step)
  if (answer === undefined) return
  answers = answers.filter((each) => each !== answer)
  for (const [field, value] of Object.entries(answer.text)) await type(field, value)
  picker.dataset.filled = step
}

const person = make("select", { id: "mtc-dev-person" }, ...people.map(({ name, sentence, story }) =>
  make("option", { value: story, textContent: name, title: sentence })))
const chosen = () => people.find(({ story }) => story === person.value)
const fillAs = button("", () => {
  answers = chosen().answers
  void fill()
})
const name = () => { fillAs.textContent = words.button.replace("{name}", chosen().name) }
person.onchange = name
name()
const picker = make("aside", { className: "mtc-development", ariaLabel: words.label },
  make("label", { htmlFor: "mtc-dev-person", textContent: words.label + " " }), person, " ", fillAs)

const populate = async () => {
  const reply = await fetch("/v1/dev/populate/security-code")
  if (reply.ok) await type("code", (await reply.json()).code)
}

let step
const look = () => {
  const form = document.querySelector("[data-step]")
  if (form !== null && !picker.isConnected) document.body.append(picker)
  if (form === null) picker.remove()
  if (form?.dataset.step !== step) {
    step = form?.dataset.step
    void fill()
  }
  const field = document.querySelector("input.mtc-code")?.closest(".mtc-field")
  if (field && !field.nextElementSibling?.matches(".mtc-development"))
    field.after(make("p", { className: "mtc-development" }, button(words.populate, populate), " ", words.populateNote))
}
new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-step"] })
look()
`
