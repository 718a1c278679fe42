import { roomOf } from "./roomOf.ts"
import type { SourceFile } from "./SourceFile.ts"
import { isTypeNode, walk } from "./walk.ts"
import type { AnyNode } from "./walk.ts"

/** Two words side by side. */
const twoWords = /\p{L}[\p{L}'’]+[,;:.]? +\p{L}[\p{L}'’]*/u

/** For staff and the register, in English; a person never reads them. */
const staffMembers = /^(?:title|label|quote|source|heldBy|show|sentence|description|summary|examples)$/

/** HTML and SVG attributes that hold words of a machine. */
const machineAttributes =
  /^(?:class|className|style|d|viewBox|points|transform|rel|sizes|media|content|allow|sandbox|autocomplete|autoComplete|aria-labelledby|aria-describedby|fontFamily|font-family)$/

/** Errors and defects: who operates or integrates reads them. */
const forOperators = /(?:Error|Defect|die|dieMessage|orDieWith|log\w*|warn|error|debug|annotateLogs)$/

/** Rooms whose texts are for operators or developers, or are SQL. */
const rooms = [
  "core/wording",
  "core/testing",
  "server/ServerConfig",
  "server/serverSettings",
  "server/setting",
  "server/DevelopmentMissing",
  "server/runCommand",
  "server/nodeProblem",
  "server/keyCommands",
  "server/commands",
  "server/readCommand",
  "server/startFailure",
  "core/contract",
  "server/openapi",
  "server/dev",
  "server/database"
]

/** A line here needs its reason. */
const allowed: ReadonlyArray<readonly [file: RegExp, text: RegExp, reason: string]> = [
  [
    /^packages\/server\/src\/http\//,
    /^(?:default-src|img-src|frame-ancestors|camera|max-age|no-|private|same-|strict-)/,
    "HTTP headers"
  ],
  [/^packages\/server\/src\//, /^\s*(?:select|insert|update|delete|with|listen|notify|begin|set|lock|create) /i, "SQL"],
  [/^packages\/widget\/src\/embedSnippet/, /./, "what a partner copies into a page, where it says it in its own words"],
  [/^packages\/server\/src\/secrets\/Keyring/, /./, "what is wrong with the keyring file, for operators"],
  [/^packages\/server\/src\/audit\/(?:verifyAudit|readCheckpoints)/, /./, "what `verify-audit` prints, for operators"],
  [/^packages\/server\/src\/channels\/postLayer/, /^POST_DIR /, "what is wrong with a setting, for operators"],
  [/^packages\/core\/src\/rule-sets\/statements/, /./, "quotes of the source"],
  [/^packages\/core\/src\/rule-sets\/massachusetts\/formLines/, /./, "where a line of a form is printed, for staff"],
  [/^packages\/core\/src\/rule-sets\/massachusetts\/\w+Sources/, /./, "where a value comes from, for staff"],
  [
    /^packages\/core\/src\/(?:policy\/PolicyEntry|[a-z-]+\/[a-zA-Z]+Sheet|rule-sets\/(?:problemsOf\w+|loadRuleSet|ruleSetToFile|RuleSetFile|withPolicy))\.ts/,
    /./,
    "rule-set files, for the staff who write them"
  ],
  [/^packages\/core\/src\/logon\/passwordRules/, /^contain at least one/, "quotes of the source"],
  [/^packages\/core\/src\/engine\/(?:Citation|explain|missing)/, /./, "explanations for staff"],
  [/^packages\/server\/src\/channels\//, /^[a-z-]+:\S.*;/, "CSS"],
  [/^packages\/widget\/src\/theme\//, /./, "CSS"],
  [/^packages\/widget\/src\/host\//, /^allow-/, "what a frame may do"],
  [/^packages\/server\/src\//, /^no key update$/, "SQL"],
  [/^packages\/core\/src\/rule-sets\//, /^Form /, "names of forms, proper nouns"]
]

/** Whether something above a text says who reads it. */
const readByNoPerson = (above: ReadonlyArray<AnyNode>): boolean =>
  above.some((node) => {
    const { callee, key, name, tag } = node as unknown as {
      callee?: { name?: string; property?: { name?: string } }
      key?: { name?: string; value?: string }
      name?: { name?: string }
      tag?: { name?: string; property?: { name?: string } }
    }
    if (node.type === "NewExpression" || node.type === "CallExpression")
      return forOperators.test(callee?.property?.name ?? callee?.name ?? "")
    if (node.type === "Property") return staffMembers.test(key?.name ?? key?.value ?? "")
    if (node.type === "JSXAttribute") return machineAttributes.test(name?.name ?? "")
    if (node.type === "TaggedTemplateExpression") return (tag?.property?.name ?? tag?.name) === "sql"
    return node.type === "ThrowStatement" || node.type === "ImportDeclaration"
  })

/** Sentences of a file that a person could read and a translator cannot reach. */
export const sentences = (file: SourceFile): ReadonlyArray<string> => {
  if (file.package === "demo" || rooms.includes(roomOf(file))) return []
  const found: Array<string> = []
  walk(file.program, (node, above) => {
    if (isTypeNode(node)) return false
    const text =
      node.type === "Literal" && typeof node.value === "string"
        ? node.value
        : node.type === "JSXText"
          ? String(node.value)
          : node.type === "TemplateElement"
            ? (node.value as { cooked?: string }).cooked
            : undefined
    // Text between markup is a sentence; the markup itself is not.
    const words = text?.replace(/<[^>]*>?/g, "<>").trim()
    if (words === undefined || !twoWords.test(words) || readByNoPerson(above)) return true
    if (allowed.some(([path, pattern]) => path.test(file.path) && pattern.test(words))) return true
    found.push(`line ${file.text.slice(0, node.start).split("\n").length}: ${words.slice(0, 70)}`)
    return true
  })
  return found
}
