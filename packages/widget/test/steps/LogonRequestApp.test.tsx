// @vitest-environment jsdom
import type { AnswersView } from "@mtc-logon/core/logon-request"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { LogonRequestApp } from "../../src/steps/LogonRequestApp.tsx"
import { loadLater } from "../../src/steps/screens.ts"
import { answeredBefore, larry, links } from "../fixtures.ts"
import { field, press, settled, show, type } from "../page.ts"
import { issueOn, serviceInMemory } from "../serviceInMemory.ts"

const setup = async (answers: AnswersView = {}, start: "registration-options" | "taxpayer-type" = "taxpayer-type") => {
  const service = serviceInMemory(answers)
  const told: string[] = []
  const events = {
    step: (step: string, number: number, total: number) => void told.push(`${step} ${number}/${total}`),
    complete: (number: string) => void told.push(`complete ${number}`),
    done: () => void told.push("done"),
    cancel: () => void told.push("cancel"),
    timeout: () => void told.push("timeout"),
    error: (code: string) => void told.push(code)
  }
  await loadLater()
  const app = () => (
    <LogonRequestApp
      api={service.api}
      openedBy={{}}
      events={events}
      start={start}
      links={links}
      home="/"
      ownsDocument
    />
  )
  await show(app())
  return { ...service, told, reload: () => show(app()) }
}

const step = () => document.querySelector("[data-step]")?.getAttribute("data-step")
const focused = () => document.activeElement?.textContent ?? ""

beforeEach(() => {
  sessionStorage.clear()
  history.replaceState(null, "")
})
afterEach(() => sessionStorage.clear())

describe("the first render", () => {
  test("takes no focus", async () => {
    await setup()
    expect(step()).toBe("taxpayer-type")
    expect(document.activeElement).toBe(document.body)
  })

  test("on our own pages shows the registration options, and opens nothing", async () => {
    const { names } = await setup({}, "registration-options")
    expect(step()).toBe("registration-options")
    expect(names()).toEqual([])
    await press("Create My Logon")
    expect(step()).toBe("taxpayer-type")
    expect(focused()).toBe("Taxpayer type")
  })
})

describe("Next", () => {
  test("with nothing chosen sends nothing, says what is wrong and takes the focus there", async () => {
    const { names } = await setup()
    await press("Next")
    expect(names()).toEqual(["open"])
    expect(focused()).toContain("There is a problem")
    expect(document.title).toMatch(/^Error: Taxpayer type/)
  })

  test("goes on, with the focus on the new heading", async () => {
    const { told } = await setup()
    await press("I am an individual who has previously filed taxes in the state of Massachusetts")
    await press("Next")
    expect(step()).toBe("taxpayer-id")
    expect(focused()).toBe("Taxpayer identification and account type")
    expect(told).toEqual(["taxpayer-type 1/9", "taxpayer-id 2/9"])
  })

  test("over an answered step that was not touched sends nothing", async () => {
    const { names } = await setup(answeredBefore("verification-type"))
    await press("Previous")
    expect(step()).toBe("taxpayer-id")
    await press("Next")
    expect(step()).toBe("verification-type")
    expect(names()).toEqual(["open"])
  })

  test("after another account type sends no number: the one that was given stays", async () => {
    const { calls } = await setup(answeredBefore("verification-type"))
    await press("Previous")
    expect(document.body.textContent).toContain("ending in 6789")
    await type("Account type", "meals")
    await press("Next")
    expect(calls.at(-1)?.body).toEqual({ idType: "SSN", accountType: "meals" })
  })

  test("after another name sends no phone number, address or PIN: what was given stays, and no mask is sent", async () => {
    const { calls } = await setup(answeredBefore("logon"))
    await press("Previous")
    expect(document.body.textContent).toContain("(***) ***-1111")
    expect(document.body.textContent).toContain("g*******@d**.s****.m*.us")
    await type("Name", "LAWRENCE MO")
    await press("Next")
    const kept = { name: "LAWRENCE MO", phoneCountry: "US", phoneType: "cell" }
    expect(calls.at(-1)?.body).toEqual(kept)
    await press("Previous")
    await press("Change the e-mail address")
    await type("E-mail address", "new@example.com")
    await type("Confirm e-mail address", "new@example.com")
    await press("Next")
    const email = { email: "new@example.com", confirmEmail: "new@example.com" }
    expect(calls.at(-1)?.body).toMatchObject(email)
    expect(calls.at(-1)?.body).not.toHaveProperty("phoneNumber")
  })

  test("keeps what was typed when the service cannot be reached, and tries again", async () => {
    const { refuse, names } = await setup(answeredBefore("tax-amount"))
    await press("Tax Return Amount")
    await type("Income tax after credits", "100.00")
    refuse({ status: 0, code: "unavailable" })
    await press("Next")
    expect(focused()).toContain("We cannot reach the service right now")
    expect(field("Income tax after credits").value).toBe("100.00")
    refuse(undefined)
    await press("Try again")
    expect(step()).toBe("profile")
    expect(names()).toEqual(["open", "answer tax-amount", "answer tax-amount"])
  })

  test("a call that came too often is told when it is taken again, and whom to call", async () => {
    const { refuse } = await setup(larry)
    refuse({ status: 429, code: "too_many_requests", retryAt: "2020-12-20T18:55:15.000Z" })
    await press("Submit")
    await settled()
    expect(focused()).toContain("after 12/20/2020 1:55:15 PM EST")
    expect(focused()).toContain("617")
  })

  test("after a refusal of the identity check names no field, and keeps the amount", async () => {
    const { refuse } = await setup(answeredBefore("tax-amount"))
    await press("Refund Amount")
    await type("Refund amount", "12.00")
    refuse({ code: "verification_failed" })
    await press("Next")
    expect(focused()).toContain("If you used an amount, you can use a letter ID instead.")
    expect(document.querySelectorAll("[aria-invalid]").length).toBe(0)
    expect(field("Refund amount").value).toBe("12.00")
  })

  test("shows the service's own issue on its field", async () => {
    const { refuse } = await setup(answeredBefore("logon"))
    await type("Username", "good.elmo")
    await type("Password", "Elmo2020x")
    await type("Confirm password", "Elmo2020x")
    await type("Secret question", "first-pet")
    await type("Answer", "Rex")
    refuse({ issues: [issueOn("username", "issue.username-taken")] })
    await press("Next")
    expect(field("Username").getAttribute("aria-invalid")).toBe("true")
    expect(field("Password").value).toBe("Elmo2020x")
  })

  test("for a business leads out and sends nothing", async () => {
    const { names } = await setup()
    await press("I represent a business or organization that has previously filed taxes in the state of Massachusetts")
    expect([...document.querySelectorAll("button")].map((button) => button.textContent)).not.toContain("Next")
    document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }))
    await settled()
    expect(names()).toEqual(["open"])
    expect(focused()).toContain("For now, this form is only for individuals")
  })
})

describe("history", () => {
  test("Back and Forward go from step to step, and never past the first that is open", async () => {
    await setup(answeredBefore("verification-type"))
    await press("Previous")
    dispatchEvent(new PopStateEvent("popstate", { state: { mtcStep: "verification-type" } }))
    await settled()
    expect(step()).toBe("verification-type")
    dispatchEvent(new PopStateEvent("popstate", { state: { mtcStep: "terms" } }))
    await settled()
    expect(step()).toBe("verification-type")
  })

  test("an entry of the page around it is left alone", async () => {
    await setup()
    dispatchEvent(new PopStateEvent("popstate", { state: { theirs: 1 } }))
    await settled()
    expect(step()).toBe("taxpayer-type")
  })
})

describe("a reload", () => {
  test("goes on where the request stands", async () => {
    const { reload, names } = await setup(answeredBefore("profile"))
    await reload()
    expect(step()).toBe("profile")
    expect(names()).toEqual(["open", "read"])
  })

  test("without storage says that what was entered is gone, and starts again", async () => {
    const { reload } = await setup(answeredBefore("profile"))
    sessionStorage.clear()
    await reload()
    expect(step()).toBe("gone")
    expect(document.body.textContent).toContain("Your request has ended")
    await press("Start again")
    expect(step()).toBe("profile")
  })

  test("of a draft that is gone says so", async () => {
    const { reload, refuse, told } = await setup()
    refuse({ status: 404, code: "not_found" })
    await reload()
    expect(step()).toBe("gone")
    expect(told.at(-1)).toBe("timeout")
  })

  test("of a submitted request shows its receipt, by the same key", async () => {
    const { reload, names } = await setup(larry)
    await press("Submit")
    await reload()
    expect(step()).toBe("confirmation")
    expect(document.body.textContent).toContain("0-704-061-440")
    expect(names().slice(0, 2)).toEqual(["open", "submit"])
  })
})

describe("the summary", () => {
  test("shows no secret, and a change leads back to it", async () => {
    await setup(larry)
    expect(document.body.textContent).toContain("***-**-6789")
    await press("Change Username")
    expect(step()).toBe("logon")
    await press("Next")
    expect(step()).toBe("summary")
  })

  test("pressed twice submits once", async () => {
    const { names } = await setup(larry)
    const submit = [...document.querySelectorAll("button")].find((button) => button.textContent === "Submit")
    submit?.click()
    submit?.click()
    await settled()
    expect(names().filter((name) => name === "submit")).toEqual(["submit"])
    expect(step()).toBe("confirmation")
  })

  test("leads to the username when it was taken meanwhile", async () => {
    const { refuse } = await setup(larry)
    refuse({ step: "logon", issues: [issueOn("username", "issue.username-taken")] })
    await press("Submit")
    expect(step()).toBe("logon")
    expect(focused()).toContain("This username is taken. Choose another.")
  })
})

describe("the confirmation", () => {
  test("hides the PIN until it is asked for, and tells the page around only the number", async () => {
    const { told } = await setup(larry)
    await press("Submit")
    expect(document.querySelector(".mtc-pin")).toBeNull()
    expect(document.querySelector(".mtc-print-only + .mtc-no-print")?.textContent).not.toContain("1234")
    await press("Show PIN")
    expect(document.querySelector(".mtc-pin")?.textContent).toBe("1234")
    expect(told).toContain("complete 0-704-061-440")
  })

  test("names the address that the mails really come from", async () => {
    await setup(larry)
    await press("Submit")
    expect(document.body.textContent).toContain("add NoReply@mtc.example to your Safe Senders list")
  })

  test("forgets the request once it is left with OK", async () => {
    const { told } = await setup(larry)
    await press("Submit")
    await press("OK")
    expect(told.at(-1)).toBe("done")
    expect(sessionStorage.length).toBe(0)
  })
})

describe("Cancel", () => {
  test("asks first, and going on loses nothing", async () => {
    const { names } = await setup(answeredBefore("tax-amount"))
    await press("Refund Amount")
    await type("Refund amount", "12.00")
    await press("Cancel")
    await press("Keep going")
    expect(field("Refund amount").value).toBe("12.00")
    expect(names()).toEqual(["open"])
  })

  test("clears the draft, here and there", async () => {
    const { names, told } = await setup(answeredBefore("tax-amount"))
    await press("Cancel")
    await press("Clear and exit")
    expect(step()).toBe("left")
    expect(names()).toEqual(["open", "leave"])
    expect(told.at(-1)).toBe("cancel")
    expect(sessionStorage.length).toBe(0)
  })
})
