import { Redacted } from "effect"

/** Why a text is no value of a setting: how the sentence goes on after the setting's name. */
export interface Unusable {
  readonly problem: string
}

/** One environment variable: how it is read, what stands in its place when it is absent, and its line of `--help`. */
export interface Setting<A> {
  readonly name: string
  /** As `--help` prints it. */
  readonly fallback: string
  readonly sentence: string
  /** `undefined`: the variable is absent or empty. */
  readonly read: (text: string | undefined) => A | Unusable
}

export const isUnusable = (value: unknown): value is Unusable =>
  typeof value === "object" && value !== null && "problem" in value

const unusable = (problem: string): Unusable => ({ problem })

/** A whole number between two bounds, both included. Zero is a bound like another: it never means "unlimited". */
export const wholeNumber = (
  name: string,
  fallback: number,
  bounds: { readonly from: number; readonly to: number },
  sentence: string
): Setting<number> => ({
  name,
  fallback: String(fallback),
  sentence,
  read: (text) => {
    if (text === undefined) return fallback
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    return value >= bounds.from && value <= bounds.to
      ? value
      : unusable(`must be a whole number from ${bounds.from} to ${bounds.to}`)
  }
})

/** One of a few words. */
export const oneOf = <const W extends string>(
  name: string,
  fallback: W,
  words: ReadonlyArray<W>,
  sentence: string
): Setting<W> => ({
  name,
  fallback,
  sentence,
  read: (text) => words.find((word) => word === (text ?? fallback)) ?? unusable(`must be one of: ${words.join(", ")}`)
})

/** Yes or no, or what the environment makes of it when absent. */
export const yesOrNo = (name: string, fallback: string, sentence: string): Setting<boolean | undefined> => ({
  name,
  fallback,
  sentence,
  read: (text) =>
    text === undefined
      ? undefined
      : text === "true"
        ? true
        : text === "false"
          ? false
          : unusable("must be true or false")
})

/** A text that is there or not. */
export const optionalText = (name: string, sentence: string): Setting<string | undefined> => ({
  name,
  fallback: "(absent)",
  sentence,
  read: (text) => text
})

/** A text with a default. */
export const someText = (name: string, fallback: string, sentence: string): Setting<string> => ({
  name,
  fallback,
  sentence,
  read: (text) => text ?? fallback
})

/** A secret: printed and logged as `<redacted>`. An address must begin with one of the schemes. */
export const secret = (
  name: string,
  sentence: string,
  schemes: ReadonlyArray<string> = []
): Setting<Redacted.Redacted | undefined> => ({
  name,
  fallback: "(absent)",
  sentence,
  read: (text) => {
    if (text === undefined) return undefined
    const fits = schemes.length === 0 || (URL.canParse(text) && schemes.some((scheme) => text.startsWith(scheme)))
    return fits ? Redacted.make(text, { label: name }) : unusable(`must be a ${schemes.join(" or ")} address`)
  }
})

/** An address of a page, without user, query or fragment; a bare host has no slash at its end. */
export const webAddress = (name: string, fallback: string, sentence: string): Setting<string> => ({
  name,
  fallback,
  sentence,
  read: (text = fallback) => {
    const url = URL.parse(text)
    const plain = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.search + url.hash === ""
    if (plain) return url.pathname === "/" ? url.origin : url.href
    return unusable("must be an http or https address, like https://mtc.example")
  }
})

/** A list, parted by commas. */
export const listOf = (
  name: string,
  fallback: string,
  isItem: (item: string) => boolean,
  sentence: string,
  problem: string
): Setting<ReadonlyArray<string>> => ({
  name,
  fallback: fallback === "" ? "(empty)" : fallback,
  sentence,
  read: (text = fallback) => {
    const items = text
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "")
    return items.every(isItem) ? items : unusable(problem)
  }
})

/** Scheme, host and port, and nothing else: `https://tax.example:8443`. */
export const isOrigin = (text: string) => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text && !text.includes("*")
}

/** `10.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`. */
export const isNetwork = (text: string) => {
  const [address = "", bits, ...rest] = text.split("/")
  const version = /^[\d.]+$/.test(address) ? 4 : /^[\da-f:.]+$/i.test(address) && address.includes(":") ? 6 : 0
  const widest = version === 4 ? 32 : 128
  return (
    version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest))
  )
}
