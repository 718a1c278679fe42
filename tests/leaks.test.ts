import { describe, expect, test } from "vitest"
import { canarySweep } from "./harness/canarySweep.ts"
import { readSources } from "./house/readSources.ts"
import { readTests } from "./house/readTests.ts"
import { roomOf } from "./house/roomOf.ts"
import { unsealings } from "./house/unsealings.ts"

const sources = readSources()

describe("a sealed value", () => {
  test("is opened only by who encrypts, sends or looks up, and as the argument of a parser, a mask or a rule", () => {
    const wrong = sources
      .filter((file) => file.package !== "demo")
      .flatMap((file) => unsealings(file).map((line) => `${file.path}: ${line}`))
    expect(wrong).toEqual([])
  })

  test("is never put into a log line, an error or a span", () => {
    const saying = /(?:Effect\.(?:log\w*|annotate\w*|withSpan)|console\.\w+|new \w*Error)\([^)]*Redacted\.value/
    expect(sources.filter(({ text }) => saying.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe("a port of core", () => {
  test("has nothing for development only: what is there gives a code away", () => {
    const ports = sources.filter(
      ({ package: name, text }) => name === "core" && text.includes("extends Context.Service<")
    )
    expect(ports.length).toBeGreaterThan(20)
    expect(ports.filter(({ text }) => /development/i.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe("who runs in production", () => {
  test("writes to the console only where a person started a command", () => {
    const commands = ["server/main", "server/runCommand", "server/dev", "demo/*", "widget/host"]
    const wrong = sources.filter((file) => !commands.includes(roomOf(file)) && /\bconsole\.\w+\(/.test(file.text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe("the name of a test", () => {
  const names = readTests()

  test("holds no identifier, letter ID, e-mail address or telephone number", () => {
    const shapes = [
      /\d{3}-\d{2}-\d{4}/,
      /\b\d{2}-\d{7}\b/,
      /\b\d{9}\b/,
      /\bL\d{10}\b/i,
      /\S@\S+\.\w/,
      /\d{3}[)-]\s?\d{3}-\d{4}/,
      /\d-\d{3}-\d{3}-\d{3}/
    ]
    const wrong = names.filter(({ name }) => shapes.some((shape) => shape.test(name)))
    expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([])
  })

  test("names no column of a table that holds a secret", () => {
    const columns = /\$(?:ssn|itin|fein|id|password|pin|token|secret|letterId)\b/i
    const wrong = names.filter(({ name }) => columns.test(name))
    expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([])
  })
})

describe("the sweep for canaries", () => {
  const number = { name: "the number", value: "900-12-6789" }
  const word = { name: "the password", value: "Tax&Time<2020" }
  const find = (text: string | Uint8Array, canary = word) => canarySweep([{ where: "here", text }], [canary])

  test.each([
    { form: "plain", text: `x${word.value}x` },
    { form: "plain, in another case", text: word.value.toUpperCase() },
    { form: "base64", text: Buffer.from(word.value).toString("base64") },
    { form: "base64 inside of a longer text", text: Buffer.from(`a:${word.value}!!`).toString("base64") },
    { form: "base64url", text: Buffer.from(`abc${word.value}`).toString("base64url") },
    { form: "hex", text: Buffer.from(word.value).toString("hex").toUpperCase() },
    { form: "URL-encoded", text: encodeURIComponent(word.value) },
    { form: "HTML", text: "Tax&amp;Time&lt;2020" },
    { form: "reversed", text: "0202<emiT&xaT" },
    { form: "UTF-16", text: Buffer.from(word.value, "utf16le") }
  ])("finds $form", ({ text }) => {
    expect(find(text)).not.toEqual([])
  })

  test("finds a number with any separators or none", () => {
    for (const text of ["900126789", "900 12 6789", "900.12.6789", "(900) 126-789"])
      expect(find(text, number)).not.toEqual([])
  })

  test("finds no number inside of a longer one, and nothing where nothing is", () => {
    expect(find("19001267890", number)).toEqual([])
    expect(find("The tax time of 2020.")).toEqual([])
  })

  test("looks for something as short as a PIN by whole words only", () => {
    const short = { name: "the PIN", value: "4071" }
    expect(find("hash 84071ff0", short)).toEqual([])
    expect(find("pin=4071;", short)).not.toEqual([])
  })

  test("says what, how and where, and never the value", () => {
    expect(find(`x ${word.value}`)).toContain("the password as plain in here")
    expect(find(`x ${word.value}`).join()).not.toContain(word.value)
  })
})
