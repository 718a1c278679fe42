import type { Problem } from "../api/Problem.ts"
import { say } from "../wording/say.ts"

/** What a call that failed says to the person: the service's own sentence, ours where it could not be reached. */
export const problemWords = ({ status, title }: Problem): string =>
  status > 0 && status < 500 && title !== undefined ? title : say("page.unavailable")
