import { roomOf } from "./roomOf.ts"
import type { SourceFile } from "./SourceFile.ts"
import { walk } from "./walk.ts"
import type { AnyNode } from "./walk.ts"

/** Rooms whose work is on the bare value. */
const rooms = ["server/secrets", "server/records", "server/channels", "server/dev", "core/testing"]

/** What may be given a bare value: it answers yes, no, a parsed value or a mask. */
const opens = /^(?:parse|is|mask|decide|evaluate|ask)|^test$/

/** Files that open a sealed value by name, each for its reason. A new line here needs its reason. */
const allowed: Readonly<Record<string, string>> = {
  "core/decisions/findDecision":
    "the log is decided again, and staff see what the rules read, masked by the facts' own table",
  "core/logon-request/proveTaxpayer": "the number is a fact of the rules of verification",
  "core/profile/enterLetterCode": "the number and the letter ID are facts of the rules of verification",
  "core/logon-request/chooseCredentials": "the own number is a fact of the rules of usernames",
  "core/logon-request/submitLogonRequest": "the own number is a fact; the PIN is shown once, in the receipt (D-17)",
  "server/database/databaseLayer": "the address of the database is given to its driver",
  "server/http/sessionCookie": "the token is what the cookie is",
  "server/keyCommands": "a new API key is printed here and never again",
  "server/runCommand": "the address of the database is given to the migrator",
  "server/jobs/openBoss": "the address of the database is given to its driver",
  "server/routes/logon-requests/logonRequestHandlers": "token, resume code and ticket are told here and never again",
  "server/routes/login/twoStepHandlers": "an app's secret and recovery codes are told here and never again",
  "server/store/commonPasswordsLayer": "a look-up in the list of common passwords",
  "core/two-step/methodsOf": "where a code is sent to; an app's secret stays sealed",
  "server/store/logonRows": "hashes are written to their columns",
  "server/store/notMeCodeOf": "the code is told, in an e-message after log-in or by post and e-mail",
  "server/store/recoveriesLayer": "what was typed is looked up, in the form in which it is unique",
  "server/store/methodOf": "where a code is sent to; an app's secret stays sealed",
  "server/store/submitDraft": "hashes and masks are written to their columns"
}

const calleeOf = ({ callee }: AnyNode): string => {
  const { name, property } = (callee ?? {}) as { name?: string; property?: { name?: string } }
  return name ?? property?.name ?? ""
}

/** Where a file opens a sealed value and has no business to. */
export const unsealings = (file: SourceFile): ReadonlyArray<string> => {
  if (rooms.includes(roomOf(file)) || allowed[`${file.package}/${file.inside.replace(/\.tsx?$/, "")}`] !== undefined)
    return []
  const wrong: Array<string> = []
  walk(file.program, (node, above) => {
    const { object, property } = node as unknown as { object?: { name?: string }; property?: { name?: string } }
    if (node.type !== "MemberExpression" || object?.name !== "Redacted" || property?.name !== "value") return
    const [, ...callers] = above.filter(({ type }) => type === "CallExpression")
    if (!callers.some((call) => opens.test(calleeOf(call))))
      wrong.push(`Redacted.value on line ${file.text.slice(0, node.start).split("\n").length}`)
  })
  return wrong
}
