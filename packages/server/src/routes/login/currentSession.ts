import { requireSession } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import type { Context } from "hono"
import { sessionCookie } from "../../http/sessionCookie.ts"

/** The session of the cookie that came with a call, at this level at least. */
export const currentSession = (
  c: Context,
  level: Session["level"],
  terms: { readonly beforeTerms: boolean } = { beforeTerms: false }
) => requireSession(sessionCookie.read(c) ?? null, level, terms)
