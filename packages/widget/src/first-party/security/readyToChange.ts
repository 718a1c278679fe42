import type { CurrentSessionView } from "@mtc-logon/core/login"
import type { Api } from "../../api/Api.ts"
import type { Reply } from "../../api/Problem.ts"

/** Whether what changes the logon may be done now, or the password is to be typed again first. Moves nothing. */
export const readyToChange = async (api: Api): Promise<Reply<CurrentSessionView>> => {
  const reply = await api("GET /v1/sessions/current")
  return reply.ok && reply.value.passwordGoodUntil <= reply.value.now
    ? { ok: false, problem: { status: 403, code: "password_required" } }
    : reply
}
