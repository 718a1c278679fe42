// @vitest-environment jsdom
import type { SessionView } from "@mtc-logon/core/login"
import { beforeEach, describe, expect, test } from "vitest"
import type { Api } from "../../src/api/Api.ts"
import type { Problem, Reply } from "../../src/api/Problem.ts"
import { takeActivationCode } from "../../src/first-party/log-in/activationCode.ts"
import { LogInPage } from "../../src/first-party/log-in/LogInPage.tsx"
import type { PageData } from "../../src/first-party/PageData.ts"
import { ProfilePage } from "../../src/first-party/profile/ProfilePage.tsx"
import { SecurityPage } from "../../src/first-party/security/SecurityPage.tsx"
import { SecurityCodePage } from "../../src/first-party/security-code/SecurityCodePage.tsx"
import { TwoStepPage } from "../../src/first-party/two-step/TwoStepPage.tsx"
import { links } from "../fixtures.ts"
import { field, press, show, type } from "../page.ts"

const data: PageData = {
  page: "log-in",
  developmentTools: false,
  links,
  contacts: { phone: "617-887-6367", tollFree: "800-392-6089", mailFrom: "MTCNoReply@dor.state.ma.us" },
  supportedLocales: ["en"],
  twoStepKinds: ["totp", "sms", "email"],
  trustedDeviceDays: 30,
  passwordPolicy: { minCodePoints: 8, maxCodePoints: 15, classes: ["upper", "lower", "digit"] },
  secretQuestions: ["city-met-spouse", "first-pet"],
  phoneCountries: ["US", "CA"],
  pinDigits: 4,
  amountsReopenDays: 45
}

const email = { id: "m1", kind: "email", target: "e***@d**.s****.m*.us", confirmed: true } as const
const atCode: SessionView = { status: "security_code_required", methods: [email] }

const at = "2020-11-20T18:55:15.000Z"
const standing = {
  status: "logged_in",
  idleEndsAt: at,
  expiresAt: at,
  warnSeconds: 150,
  passwordGoodUntil: at,
  now: at
}

/** The log-in service in memory: it takes everything but what it is told to refuse, and writes down each call. */
const setup = () => {
  let refusal: Problem | undefined
  const calls: Array<readonly [string, unknown?]> = []
  const told: Readonly<Record<string, unknown>> = {
    "POST /v1/sessions": atCode,
    "GET /v1/sessions/current": standing,
    "POST /v1/me/two-step-methods": { id: "m1", kind: "email", target: "elmo@dor.state.ma.us", confirmed: false },
    "POST /v1/me/two-step-methods/{id}/confirm": { status: "logged_in" },
    "POST /v1/sessions/current/security-codes/confirm": { status: "logged_in" }
  }
  const call = async (way: string, { body }: { readonly body?: unknown } = {}): Promise<Reply<unknown>> => {
    if (way !== "GET /v1/sessions/current") calls.push(body === undefined ? [way] : [way, body])
    return refusal === undefined ? { ok: true, value: told[way] } : { ok: false, problem: refusal }
  }
  const api = Object.assign(call, { base: "" }) as unknown as Api
  const followed: string[] = []
  const props = {
    data,
    api,
    session: atCode,
    follow: ({ status }: SessionView) => void followed.push(status),
    open: () => undefined
  }
  return {
    props,
    calls,
    followed,
    refuse: (problem: Partial<Problem> | undefined) => {
      refusal = problem === undefined ? undefined : { status: 401, code: "log_in_failed", ...problem }
    }
  }
}
const logIn = async () => {
  await type("Username", "good.elmo")
  await type("Password", "Elmo2020x")
  await press("Log in")
}

beforeEach(() => sessionStorage.clear())

describe("the log-in page", () => {
  test("asks for both before it sends anything", async () => {
    const { props, calls } = setup()
    await show(<LogInPage {...props} />)
    await press("Log in")
    expect(calls).toEqual([])
    expect(document.activeElement?.textContent).toContain("Enter your username")
  })

  test("takes the activation code out of the address at once, and sends it with the log-in", async () => {
    history.replaceState(null, "", "/activate#abc-DEF_1")
    takeActivationCode()
    expect(location.href).not.toContain("abc")
    const { props, calls, followed } = setup()
    await show(<LogInPage {...props} data={{ ...data, page: "activate" }} />)
    await logIn()
    expect(calls).toEqual([
      ["POST /v1/sessions", { username: "good.elmo", password: "Elmo2020x", activationCode: "abc-DEF_1" }]
    ])
    expect(followed).toEqual(["security_code_required"])
  })

  test("says after the right password that the link is too old, and sends a new one", async () => {
    const { props, calls, refuse } = setup()
    await show(<LogInPage {...props} />)
    refuse({ status: 403, code: "activation_required", reason: "expired" })
    await logIn()
    expect(document.activeElement?.textContent).toContain("This link is too old.")
    refuse(undefined)
    await press("Send a new link")
    expect(calls.at(-1)?.[0]).toBe("POST /v1/activations/resend")
    expect(document.body.textContent).toContain("A new link is on its way.")
  })

  test("keeps what was typed when username or password is wrong, and says not which", async () => {
    const { props, refuse } = setup()
    await show(<LogInPage {...props} />)
    refuse({})
    await logIn()
    expect(document.activeElement?.textContent).toContain("The username or password is not correct")
    expect(field("Username").value).toBe("good.elmo")
  })
})

describe("two-step set-up", () => {
  test("opens the way on once one way to get codes is confirmed", async () => {
    const { props, calls, followed } = setup()
    await show(<TwoStepPage {...props} />)
    expect([...document.querySelectorAll("button")].map((button) => button.textContent)).not.toContain("Confirm")
    await press("Add Email")
    await type("What email address would you like to use?", "elmo@dor.state.ma.us")
    await press("Save")
    expect(document.body.textContent).toContain("was sent to elmo@dor.state.ma.us")
    await type("Security code", "400 533")
    await press("Confirm")
    await press("Confirm")
    expect(calls).toEqual([
      ["POST /v1/me/two-step-methods", { kind: "email", target: "elmo@dor.state.ma.us" }],
      ["POST /v1/me/two-step-methods/{id}/confirm", { code: "400533" }]
    ])
    expect(followed).toEqual(["logged_in"])
  })

  test("has no box to trust a device", async () => {
    const { props } = setup()
    await show(<TwoStepPage {...props} />)
    await press("Add Email")
    await type("What email address would you like to use?", "elmo@dor.state.ma.us")
    await press("Save")
    expect(document.querySelector("[type=checkbox]")).toBeNull()
  })
})

describe("the code of a log-in", () => {
  test("is sent once, over a reload too, and goes with the box for this device, which is open", async () => {
    const { props, calls } = setup()
    await show(<SecurityCodePage {...props} />)
    await show(<SecurityCodePage {...props} />)
    expect(document.body.textContent).toContain("e***@d**.s****.m*.us")
    await type("Security code", "213113")
    await press("Confirm")
    expect(calls).toEqual([
      ["POST /v1/sessions/current/security-codes", { methodId: "m1" }],
      ["POST /v1/sessions/current/security-codes/confirm", { code: "213113", methodId: "m1", trustDevice: false }]
    ])
  })

  test("that is wrong says so on its field", async () => {
    const { props, refuse } = setup()
    await show(<SecurityCodePage {...props} />)
    refuse({ status: 422, code: "code_refused" })
    await type("Security code", "213113")
    await press("Confirm")
    expect(field("Security code").getAttribute("aria-invalid")).toBe("true")
    expect(document.activeElement?.textContent).toContain("This is not the code that we sent")
  })

  test("cannot be asked for again before its time", async () => {
    const { props, calls } = setup()
    await show(<SecurityCodePage {...props} />)
    await press("Resend")
    expect(calls).toEqual([["POST /v1/sessions/current/security-codes", { methodId: "m1" }]])
  })
})

test("Manage My Profile says how often amounts can be allowed again, as the rule set in force has it", async () => {
  const profile = {
    username: "good.elmo",
    name: "LARRY MO",
    phoneNumber: "+16175550110",
    email: "elmo@dor.state.ma.us"
  }
  const call = async (way: string): Promise<Reply<unknown>> =>
    way === "GET /v1/me/profile" ? { ok: true, value: profile } : new Promise(() => undefined)
  await show(<ProfilePage {...setup().props} api={Object.assign(call, { base: "" }) as unknown as Api} />)
  expect(document.body.textContent).toContain("you can allow them again once every 45 days.")
})

describe("ways and devices", () => {
  test("a press while the list is read anew is not lost, and what was done has the focus", async () => {
    const { props } = setup()
    const done: string[] = []
    let reads = 0
    const call = async (way: string): Promise<Reply<unknown>> => {
      if (way === "GET /v1/me/trusted-devices") return { ok: true, value: { devices: [] } }
      if (way === "DELETE /v1/sessions") done.push("everywhere")
      if (way !== "GET /v1/me/two-step-methods") return { ok: true, value: undefined }
      // The list comes once; read anew it does not come in the time of the test.
      return reads++ === 0 ? { ok: true, value: { methods: [], recoveryCodesLeft: 0 } } : new Promise(() => undefined)
    }
    await show(<SecurityPage {...props} api={Object.assign(call, { base: "" }) as unknown as Api} />)
    await press("Log out everywhere else")
    await press("Log out everywhere else")
    expect(done).toHaveLength(2)
    expect(document.activeElement?.textContent).toContain("Your other sessions have ended")
  })
})
