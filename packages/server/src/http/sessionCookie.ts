import { Redacted } from "effect"
import type { Context } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"

/** A cookie that only this host gets, over HTTPS or on localhost, and that no script reads. */
const hostCookie = (name: string) => ({
  /** The token in it; none where it cannot be one. */
  read: (c: Context): Redacted.Redacted | undefined => {
    const text = getCookie(c, name, "host")
    return text !== undefined && /^[\w-]{43}$/.test(text) ? Redacted.make(text) : undefined
  },
  write: (c: Context, token: Redacted.Redacted, maxAgeSeconds: number): void =>
    setCookie(c, name, Redacted.value(token), {
      prefix: "host",
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      maxAge: maxAgeSeconds
    }),
  clear: (c: Context): void => {
    deleteCookie(c, name, { prefix: "host", path: "/", secure: true })
  }
})

/** `__Host-mtc-session`: the session of a logon. */
export const sessionCookie = hostCookie("mtc-session")

/** `__Host-mtc-device`: a browser that a person trusts. @rule D-15 */
export const deviceCookie = hostCookie("mtc-device")
