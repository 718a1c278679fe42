import type { MailKind } from "@mtc-logon/core/notices"
import { DateTime } from "effect"
import { describe, expect, test } from "vitest"
import { formatMailInstant } from "../../src/formatMailInstant.ts"
import { renderMail } from "../../src/channels/renderMail.ts"
import { sayIn } from "../../src/say.ts"
import { frame, link, mailSamples } from "./mailSamples.ts"

const kinds = Object.keys(mailSamples) as ReadonlyArray<MailKind>
const say = sayIn("en")
const rendered = (kind: MailKind) => renderMail(kind, mailSamples[kind], say, frame)

describe.each(kinds)("the mail %s", (kind) => {
  test("reads as its golden files", async () => {
    const { html, preheader, subject, text } = rendered(kind)
    await expect(html).toMatchFileSnapshot(`goldens/${kind}.html`)
    await expect(`Subject: ${subject}\nPreheader: ${preheader}\n\n${text}`).toMatchFileSnapshot(`goldens/${kind}.txt`)
  })

  test("has no image, script, style sheet or address but its own link", () => {
    const { html } = rendered(kind)
    expect(html).not.toMatch(/<(img|script|style|link|iframe|form)\b/i)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((found) => found[1])
    expect(new Set(addresses)).toEqual(new Set("link" in mailSamples[kind] ? [link] : []))
  })

  test("is a fraction of what mail programs cut off", () => {
    expect(rendered(kind).html.length).toBeLessThan(10_000)
  })

  test("says in its subject nothing that somebody typed, and no code", () => {
    expect(rendered(kind).subject).not.toMatch(/LARRY|\d{6}|good\.elmo/)
  })
})

describe("a name that is markup", () => {
  test("is shown as it is, in HTML and in text", () => {
    const name = `<b onmouseover="x()">O'Brien & Søn</b>`
    const { html, text } = renderMail("referred", { ...mailSamples.referred, name }, say, frame)
    expect(html).toContain("&lt;b onmouseover=&quot;x()&quot;&gt;O&#39;Brien &amp; Søn&lt;/b&gt;")
    expect(html).not.toContain("<b ")
    expect(text).toContain(name)
  })

  test("that looks like a sentence's parameter stays what it is", () => {
    const { text } = renderMail("referred", { ...mailSamples.referred, name: "{confirmationNumber}" }, say, frame)
    expect(text).toContain("{confirmationNumber}, we could not")
  })
})

test("an instant is written as in the source, on the Department's clock, in winter and in summer", () => {
  expect(formatMailInstant(DateTime.makeUnsafe("2020-11-20T18:55:15Z"))).toBe("11/20/2020 1:55:15 PM")
  expect(formatMailInstant(DateTime.makeUnsafe("2020-07-04T04:00:00Z"))).toBe("07/04/2020 12:00:00 AM")
})

test("an id without a sentence is a defect", () => {
  expect(() => say("mail.nothing.subject" as never)).toThrow("mail.nothing.subject")
})
