import { Redacted } from "effect"
import type { Context } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"

/** How a cookie is kept that only this host gets, over HTTPS or on localhost, and that no script reads. */
const kept = (maxAgeSeconds: number) =>
  ({
    prefix: "host",
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
    maxAge: maxAgeSeconds
  }) as const

const clear = (c: Context, name: string): void => {
  deleteCookie(c, name, { prefix: "host", path: "/", secure: true })
}

/**
 * A cookie's text; none where it came twice: the browser was made to keep another one beside ours, and which of them counts is
 * not to be guessed.
 */
const read = (c: Context, name: string): string | undefined => {
  const names = (c.req.header("cookie") ?? "").split(/[;,]/).map((pair) => pair.split("=")[0]!.trim())
  return names.filter((each) => each === `__Host-${name}`).length === 1 ? getCookie(c, name, "host") : undefined
}

/** `__Host-mtc-session`: the session of a logon. */
export const sessionCookie = {
  /** The token in it; none where it cannot be one. */
  read: (c: Context): Redacted.Redacted | undefined => {
    const text = read(c, "mtc-session")
    return text !== undefined && /^[\w-]{43}$/.test(text) ? Redacted.make(text) : undefined
  },
  write: (c: Context, token: Redacted.Redacted, maxAgeSeconds: number): void =>
    setCookie(c, "mtc-session", Redacted.value(token), kept(maxAgeSeconds)),
  clear: (c: Context): void => clear(c, "mtc-session")
}

/** Most texts of one cookie that are read. */
const mostTexts = 20

/** A cookie of several texts, the newest first, parted by dots: one browser is of several people. */
const listCookie = (name: string, pattern: RegExp) => ({
  read: (c: Context): ReadonlyArray<string> =>
    (read(c, name) ?? "")
      .slice(0, 2_000)
      .split(".")
      .filter((text) => pattern.test(text))
      .slice(0, mostTexts),
  write: (c: Context, texts: ReadonlyArray<string>, maxAgeSeconds: number): void =>
    setCookie(c, name, texts.slice(0, mostTexts).join("."), kept(maxAgeSeconds))
})

const devices = listCookie("mtc-device", /^[\w-]{43}$/)

/** `__Host-mtc-device`: a token for each logon that trusts this browser. @rule D-15 */
export const deviceCookie = {
  read: (c: Context): ReadonlyArray<Redacted.Redacted> => devices.read(c).map((text) => Redacted.make(text)),
  /** Adds a token, in the place of the one before it where there was one; the oldest make room. */
  add: (
    c: Context,
    { before, now }: { readonly before?: Redacted.Redacted; readonly now: Redacted.Redacted },
    most: number,
    maxAgeSeconds: number
  ): void => {
    const others = devices.read(c).filter((text) => before === undefined || text !== Redacted.value(before))
    devices.write(c, [Redacted.value(now), ...others].slice(0, most), maxAgeSeconds)
  }
}

const marks = listCookie("mtc-known", /^[\da-f]{22}$/)

/** Seconds that a browser keeps the mark of a logon: a year. */
const markSeconds = 31_536_000

/** `__Host-mtc-known`: marks of the logons that this browser was used for; they open nothing. */
export const knownCookie = {
  read: marks.read,
  add: (c: Context, mark: string): void => {
    const others = marks.read(c).filter((text) => text !== mark)
    marks.write(c, [mark, ...others], markSeconds)
  }
}
