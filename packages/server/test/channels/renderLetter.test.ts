import type { LetterKind, NoticeParams } from "@mtc-logon/core/notices"
import { describe, expect, test } from "vitest"
import { renderLetter } from "../../src/channels/renderLetter.ts"
import { sayIn } from "../../src/say.ts"
import { frame } from "./mailSamples.ts"

const page = "https://mtc.example/not-me"
const at = "11/20/2020 1:55:15 PM"
const samples: { readonly [K in LetterKind]: NoticeParams<K> } = {
  "sign-up-letter": { letterId: "L0123456789", page: "https://mtc.example/register", days: 90 },
  "logon-made-letter": { at, code: "K7QF-2MZX-91AB-7TTE", page, link: `${page}#K7QF2MZX91AB7TTE`, days: 30 },
  "guesses-letter": { at },
  "lock-letter": { at, letterId: "L0123456789", page: "https://mtc.example/register", days: 90 },
  "not-me-letter": { at, page: "https://mtc.example/letter" }
}
const to = { lines: ["LARRY MO", "1 Example Street", "Boston MA 02108"], date: "11/20/2020" }
const say = sayIn("en")
const kinds = Object.keys(samples) as ReadonlyArray<LetterKind>

describe.each(kinds)("the letter %s", (kind) => {
  test("reads as its golden files", async () => {
    const { html, text } = renderLetter(kind, samples[kind], to, say, frame)
    await expect(html).toMatchFileSnapshot(`goldens/letter-${kind.replace("-letter", "")}.html`)
    await expect(text).toMatchFileSnapshot(`goldens/letter-${kind.replace("-letter", "")}.txt`)
  })

  test("is a page to print with nothing from elsewhere", () => {
    const { html } = renderLetter(kind, samples[kind], to, say, frame)
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form|a)\b/iu)
    expect(html).toContain("@page")
    expect(html).toContain("LARRY MO<br />1 Example Street<br />Boston MA 02108<br />")
  })
})

test("a line of an address that is markup is shown as it is", () => {
  const lines = ["<script>alert(1)</script>", "1 & 2 Example Street"]
  const { html } = renderLetter("lock-letter", samples["lock-letter"], { ...to, lines }, say, frame)
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;<br />1 &amp; 2 Example Street")
})
