import { spokenLocales } from "@mtc-logon/core/wording"
import type { Context } from "hono"
import type { SpokenLocale } from "@mtc-logon/core/wording"

/** The first locale that the caller accepts and the server speaks, by `Accept-Language`; else English. */
export const localeOf = (c: Context): SpokenLocale => {
  const accepted = (c.req.header("accept-language") ?? "").slice(0, 200).split(",")
  for (const each of accepted) {
    const tag = each.split(";")[0]!.trim().toLowerCase()
    const spoken = spokenLocales.find(
      (locale) => tag === locale.toLowerCase() || tag.startsWith(`${locale.toLowerCase()}-`)
    )
    if (spoken !== undefined) return spoken
  }
  return spokenLocales[0]
}
