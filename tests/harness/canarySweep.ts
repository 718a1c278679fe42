/** Something that must appear nowhere, and what it is called where it is reported. */
export interface Canary {
  /** `password of Larry`; the value itself is never reported. */
  readonly name: string
  readonly value: string
}

/** Something that is swept: a log, a table, an answer, a page, a mail. */
export interface SweptText {
  readonly where: string
  readonly text: string | Uint8Array
}

/** Shorter canaries, as a PIN is, are in anything by chance: they are looked for as whole words only. */
const shortest = 6

/** A code of so few digits is in any long run of hex by chance. */
const isCode = (value: string): boolean => /^\d{6,8}$/.test(value)

const wholeWord = (value: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, "iu")

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Base64 of a text that begins anywhere in a longer one: the three alignments, without their unsure ends. */
const base64Forms = (bytes: Buffer): ReadonlyArray<string> =>
  [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "")
    const sure = Math.floor(((shift + bytes.length) * 8) / 6)
    return whole.slice(Math.ceil((shift * 8) / 6), sure)
  })

/** Every way that a value could have been written: name of the way -> pattern. */
const formsOf = (value: string): Readonly<Record<string, RegExp>> => {
  if (value.length < shortest) return { plain: wholeWord(value) }
  const bytes = Buffer.from(value, "utf8")
  const any = (forms: ReadonlyArray<string>, flags = ""): RegExp => new RegExp(forms.map(escaped).join("|"), flags)
  const asIs = (text: string): RegExp => (isCode(value) ? wholeWord(text) : any([text], "i"))
  /** What is written like the value itself is found as that. */
  const written = (forms: ReadonlyArray<string>): RegExp =>
    any(
      forms.filter((form) => form !== value),
      "i"
    )
  const standard = base64Forms(bytes)
  const digits = value.replace(/\D/g, "")
  const bare = value.replace(/[\s\-()./]/g, "")
  const entities = [...value].map((one) => `&#${one.codePointAt(0)};`).join("")
  return {
    plain: asIs(value),
    base64: any(standard),
    base64url: any(standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))),
    hex: any([bytes.toString("hex")], "i"),
    "URL-encoded": written([
      encodeURIComponent(value),
      new URLSearchParams({ v: value }).toString().slice(2),
      [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")
    ]),
    "HTML or JSON escapes": written([
      entities,
      JSON.stringify(value).slice(1, -1),
      value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#39;").replaceAll('"', "&quot;")
    ]),
    "UTF-16": any([bytes.toString("latin1").split("").join("\0")]),
    reversed: asIs([...value].toReversed().join("")),
    ...(bare.length >= shortest && bare !== digits ? { "without separators": any([bare], "i") } : {}),
    ...(digits.length >= 7
      ? { "digits only": new RegExp(`(?<!\\d)${digits.split("").join("[ .()\\-]{0,2}")}(?!\\d)`) }
      : {})
  }
}

/**
 * Searches texts for values that must not be in them: plain, in base64, hex, URL and HTML escapes, UTF-16, reversed, and
 * a number with any separators.
 *
 * **Details**
 *
 * Gives a line for each find, `<canary> as <form> in <where>`, and an empty list when there is none. The value is not
 * in the line.
 *
 * @example
 * expect(canarySweep([{ where: "server log", text: log }], [{ name: "SSN of Larry", value: larry.ssn }])).toEqual([])
 */
export const canarySweep = (
  texts: ReadonlyArray<SweptText>,
  canaries: ReadonlyArray<Canary>
): ReadonlyArray<string> => {
  const plain = texts.map(({ where, text }) => ({
    where,
    text: typeof text === "string" ? text : Buffer.from(text).toString("latin1")
  }))
  return canaries.flatMap(({ name, value }) => {
    if (value === "") throw new Error(`the canary "${name}" is empty`)
    const forms = Object.entries(formsOf(value))
    return plain.flatMap(({ where, text }) =>
      forms.filter(([, form]) => form.test(text)).map(([form]) => `${name} as ${form} in ${where}`)
    )
  })
}
