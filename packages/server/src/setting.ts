import { Redacted } from "effect"
import { parseNetwork } from "./network/parseNetwork.ts"
import type { Network } from "./network/parseNetwork.ts"

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

/** What a text must be, and how the sentence goes on where it is not. */
interface Needs {
  readonly fits: (text: string) => boolean
  readonly problem: string
}

const anything: Needs = { fits: () => true, problem: "" }

/** A text that is there or not. */
export const optionalText = (
  name: string,
  sentence: string,
  { fits, problem }: Needs = anything
): Setting<string | undefined> => ({
  name,
  fallback: "(absent)",
  sentence,
  read: (text) => (text === undefined || fits(text) ? text : unusable(problem))
})

/** A text with a default. */
export const someText = (
  name: string,
  fallback: string,
  sentence: string,
  { fits, problem }: Needs = anything
): Setting<string> => ({
  name,
  fallback,
  sentence,
  read: (text = fallback) => (fits(text) ? text : unusable(problem))
})

/** A secret: printed and logged as `<redacted>`. */
export const secret = (
  name: string,
  sentence: string,
  { fits, problem }: Needs = anything
): Setting<Redacted.Redacted | undefined> => ({
  name,
  fallback: "(absent)",
  sentence,
  read: (text) => {
    if (text === undefined) return undefined
    return fits(text) ? Redacted.make(text, { label: name }) : unusable(problem)
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

/** What networks may cover together of all addresses of a family: four IPv4 networks of the width of 10.0.0.0/8. */
const mostOfAll = 1 / 64

/** What networks cover together of all addresses of a family: half of them is 0.5. */
const shareOf = (networks: ReadonlyArray<Network>, family: Network["family"]): number =>
  networks.reduce((share, network) => share + (network.family === family ? 2 ** -network.bits : 0), 0)

/** Networks, parted by commas: never a good part of the Internet, in however many pieces. */
export const networks = (name: string, sentence: string, example: string): Setting<ReadonlyArray<string>> => {
  const list = listOf(
    name,
    "",
    (item) => parseNetwork(item) !== undefined,
    sentence,
    `must be addresses or networks separated by commas, like ${example}`
  )
  return {
    ...list,
    read: (text) => {
      const items = list.read(text)
      if (isUnusable(items)) return items
      const read = items.flatMap((item) => parseNetwork(item) ?? [])
      return Math.max(shareOf(read, "ipv4"), shareOf(read, "ipv6")) <= mostOfAll
        ? items
        : unusable(`must not cover a large part of the Internet. Name the networks themselves, like ${example}`)
    }
  }
}
