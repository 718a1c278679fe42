/**
 * The script of "Fill as ...": the form of a development house loads it beside itself and is filled by it, step by step.
 *
 * **Details**
 *
 * `offer(place, type)`: a picker in `place`; `type(step, fields)` types into a step of the form.
 *
 * **Gotchas**
 *
 * The page around a frame cannot reach it: it stands in the form's own document, from the form's own house. Production
 * serves no such file.
 */
export const fillScript = `
const fieldsOf = (step, text) =>
  step === "profile-access" ? { taxProfessional: text.taxProfessional ? "yes" : "no" } : step === "terms" ? { accepted: true } : text

export const offer = async (place, type) => {
  const { people, words } = await (await fetch("/v1/dev/fixtures")).json()
  const label = document.createElement("label")
  label.htmlFor = "mtc-dev-person"
  label.textContent = words.label + " "
  const select = document.createElement("select")
  select.id = "mtc-dev-person"
  for (const { name, sentence, story } of people) {
    const option = document.createElement("option")
    option.value = story
    option.textContent = name
    option.title = sentence
    select.append(option)
  }
  const button = document.createElement("button")
  button.type = "button"
  const said = () => {
    button.textContent = words.button.replace("{name}", people.find(({ story }) => story === select.value).name)
  }
  select.addEventListener("change", said)
  button.addEventListener("click", () => {
    const { answers } = people.find(({ story }) => story === select.value)
    for (const { step, text } of answers) type(step, fieldsOf(step, text))
  })
  said()
  place.replaceChildren(label, select, " ", button)
}
`
