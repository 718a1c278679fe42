// @vitest-environment jsdom
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { virtual } from "@guidepup/virtual-screen-reader"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { issuesOfAnswer } from "@mtc-logon/core/logon-request/rules"
import { afterEach, beforeAll, expect, test } from "vitest"
import { loadLater, screenOf } from "../../src/steps/screens.ts"
import type { Typed } from "../../src/steps/Screen.ts"
import { StepForm } from "../../src/steps/StepForm.tsx"
import { Summary } from "../../src/steps/summary/Summary.tsx"
import { answeredBefore, larry, options, viewOf } from "../fixtures.ts"
import { settled, show } from "../page.ts"

beforeAll(loadLater)
afterEach(() => virtual.stop())

const nothing = () => undefined

/** Everything that a screen reader says from the top of the page to its end. */
const spoken = async (): Promise<string> => {
  await virtual.start({ container: document.body })
  for (let line = 0; line < 400; line++) {
    await virtual.next()
    if ((await virtual.lastSpokenPhrase()) === "end of document") break
  }
  return `${(await virtual.spokenPhraseLog()).join("\n")}\n`
}

/** Compares with what was heard before; `GOLDENS=write` writes it, to be read by somebody. */
const expectGolden = (name: string, heard: string): void => {
  const path = join(import.meta.dirname, "../goldens", `${name}.txt`)
  if (process.env["GOLDENS"] === "write") writeFileSync(path, heard)
  expect(heard).toBe(readFileSync(path, "utf8"))
}

/** What is chosen first where the other fields come with a choice. */
const chosen: { readonly [S in AnsweredStepId]?: Typed } = {
  "taxpayer-id": { idType: "SSN" },
  "tax-amount": { amountKind: "taxReturnAmount" }
}

const form = (step: keyof typeof larry, isWrong: boolean) => {
  const view = viewOf(answeredBefore(step), {
    role: { role: "TaxAdministrator", scope: "personal-income-tax" },
    logonExists: true
  })
  const screen = screenOf<AnsweredStepId>(step)
  const typed = { ...screen.start(view), ...chosen[step as AnsweredStepId] }
  const issues = isWrong
    ? issuesOfAnswer(step as AnsweredStepId, screen.answer(typed, view), { answers: view.answers, options })
    : []
  return (
    <StepForm
      view={view}
      step={step}
      typed={typed}
      issues={issues}
      alert={null}
      busy={false}
      type={nothing}
      notMe={async () => true}
      onNext={nothing}
      onPrevious={nothing}
      onCancel={nothing}
    />
  )
}

const steps = Object.keys(larry) as Array<keyof typeof larry>

test.each(steps)("what a screen reader says of %s", async (step) => {
  await show(form(step, false))
  expectGolden(step, await spoken())
})

test.each(steps.filter((step) => step !== "profile-access"))(
  "what it says of %s with nothing filled in",
  async (step) => {
    await show(form(step, true))
    document.querySelector<HTMLElement>("[data-focus=errors]")?.focus()
    await settled()
    expectGolden(`${step}-wrong`, await spoken())
  }
)

test("what it says of the summary", async () => {
  await show(<Summary view={viewOf(larry)} change={nothing} />)
  expectGolden("summary", await spoken())
})
