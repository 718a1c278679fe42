// @vitest-environment jsdom
import { expect, test, vi } from "vitest"
import { Checklist } from "../../src/parts/checklist/Checklist.tsx"
import { CodeField } from "../../src/parts/code-field/CodeField.tsx"
import { ErrorSummary } from "../../src/parts/error-summary/ErrorSummary.tsx"
import { MaskedInput } from "../../src/parts/masked-input/MaskedInput.tsx"
import { PasswordField } from "../../src/parts/password-field/PasswordField.tsx"
import { TextField } from "../../src/parts/text-field/TextField.tsx"
import { descriptionOf, field, press, settled, show } from "../page.ts"

const masked = (shown: boolean, onValue: (value: string) => void = () => undefined) => (
  <MaskedInput id="id" label="Number" value="900126789" masked="***-**-6789" shown={shown} onValue={onValue} />
)

test("a masked number is heard as its ending, and its stars are not heard", async () => {
  const root = await show(masked(false))
  expect(field("Number").value).toBe("ending in 6789")
  expect(root.querySelector(".mtc-mask")?.textContent).toBe("***-**-6789")
  expect(root.querySelector(".mtc-mask")?.getAttribute("aria-hidden")).toBe("true")
  expect(root.innerHTML).not.toContain("90012")
})

test("focus shows no digit of a masked number: what is typed replaces it and is seen, and leaving hides it again", async () => {
  const typed: string[] = []
  const root = await show(masked(false, (value) => void typed.push(value)))
  field("Number").focus()
  await settled()
  expect(field("Number").value).toBe("ending in 6789")
  expect(root.innerHTML).not.toContain("90012")
  field("Number").dispatchEvent(new InputEvent("beforeinput", { bubbles: true, inputType: "insertText", data: "9" }))
  expect(field("Number").value).toBe("")
  field("Number").value = "9"
  field("Number").dispatchEvent(new Event("input", { bubbles: true }))
  await settled()
  expect(typed).toEqual(["", "9"])
  expect(root.querySelector(".mtc-mask")).toBeNull()
  field("Number").blur()
  await settled()
  expect(root.querySelector(".mtc-mask")).not.toBeNull()
})

test("shown numbers are not masked, and no number is a password to the browser", async () => {
  await show(masked(true))
  expect(field("Number").value).toBe("900126789")
  expect(field("Number").type).toBe("text")
  expect(field("Number").autocomplete).toBe("off")
})

test("a password field never cuts what is pasted, and hides again when its form is sent", async () => {
  await show(
    <form onSubmit={(event) => event.preventDefault()}>
      <PasswordField
        id="p"
        label="Password"
        value="Example1"
        autoComplete="new-password"
        showLabel="Show password"
        hideLabel="Hide password"
        onValue={() => undefined}
      />
      <button type="submit">Send</button>
    </form>
  )
  expect(field("Password").maxLength).toBe(-1)
  await press("Show password")
  expect(field("Password").type).toBe("text")
  expect(document.querySelector("[role=status]")?.textContent).toBe("Your password is visible")
  await press("Send")
  expect(field("Password").type).toBe("password")
})

test("an amount is tidied when the field is left, and not while it is typed", async () => {
  const values: string[] = []
  const props = { id: "a", label: "Amount", autoComplete: "off", onValue: (value: string) => void values.push(value) }
  await show(<TextField {...props} value="" tidy={(text) => `${text}.00`} />)
  field("Amount").focus()
  field("Amount").value = "5"
  field("Amount").dispatchEvent(new Event("input", { bubbles: true }))
  expect(values).toEqual(["5"])
  field("Amount").value = "5"
  field("Amount").blur()
  expect(values).toEqual(["5", "5.00"])
})

test("a code field is one nameless field that the browser may fill with the code that came", async () => {
  await show(<CodeField id="code" value="" onValue={() => undefined} />)
  expect(field("Security code").autocomplete).toBe("one-time-code")
  expect(field("Security code").hasAttribute("name")).toBe(false)
  expect(descriptionOf(field("Security code"))).toBe("6 digits, for example 123456")
})

test("a link of the error summary takes the focus to its field", async () => {
  await show(
    <>
      <ErrorSummary
        issues={[{ path: "n", code: "x", messageId: "issue.name-missing", params: {} }]}
        targetOf={(path) => path}
      />
      <TextField id="n" label="Name" value="" autoComplete="name" onValue={() => undefined} />
    </>
  )
  await press("Enter the full name of the person who will use this logon")
  expect(document.activeElement).toBe(field("Name"))
})

test("a checklist tells how many are met once typing pauses, and never before anything is typed", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  const items = [
    { messageId: "checklist.password-upper", params: {}, met: true },
    { messageId: "checklist.password-digit", params: {}, met: false }
  ]
  const root = await show(<Checklist id="l" title="Passwords" items={items} started={false} />)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(root.querySelector("[role=status]")?.textContent).toBe("")
  const started = await show(<Checklist id="l" title="Passwords" items={items} started />)
  await vi.advanceTimersByTimeAsync(1_000)
  await settled()
  expect(started.querySelector("[role=status]")?.textContent).toBe("1 of 2 requirements met")
  vi.useRealTimers()
})
