import { exportedNames } from "./exportedNames.ts"
import type { SourceFile } from "./SourceFile.ts"

/** Doors, entry points and data that a tool names. */
const named = [
  /(?:^|\/)(?:index|rules)\.ts$/,
  /^(?:main|app|layers|auto|inline|react|files|loader)\.tsx?$/,
  /^(?:frame|first-party|host|loader)\/(?:main|page|frame|pages|loader)\.tsx?$/,
  /** Rules and the questions made of them, each called by its sentence. */
  /Rules\.ts$/,
  /** The facts of a module's questions, in one vocabulary. */
  /FactsSchemas\.ts$/,
  /\/locales\//,
  /\.d\.ts$/
]

/**
 * Files without one main export: the few words of one vocabulary, which are read together and never one alone.
 * A new line here needs its reason.
 */
const vocabularies = new Set([
  // One explanation at three depths: taxpayer, partner, staff.
  "core/engine/explain",
  // The answers of steps that are parsed against each other: what proves, who it is.
  "core/logon-request/answers/parseEvidenceAnswers",
  "core/logon-request/answers/parseTaxpayerAnswers",
  // The two checklists of one screen.
  "core/logon-request/credentialChecklist",
  // The screens of the steps, those at hand and those that are loaded later.
  "widget/steps/screens",
  // The table from reason to problem, and the type that it is a table of.
  "server/http/problems",
  "server/http/answer",
  // What every route answers when no route does.
  "server/http/fallbacks",
  "server/http/logging",
  // Column types, and how sensitive a column is: words that tables are written with.
  "server/database/columns",
  // Whose uses a limit counts: of somebody, of an address.
  "server/limits/clientAddress",
  "server/routes/limited",
  // The upgrade of a watcher, and what it needs.
  "server/live/liveSocket",
  // A sentence in a locale, and the locales there are.
  "server/say",
  // The kinds of a setting.
  "server/setting",
  // Migrating either database.
  "server/database/migrate"
])

/** Whether a file exports what it is called: `decideOnRecord.ts` exports `decideOnRecord`. */
export const hasItsName = (file: SourceFile): boolean =>
  file.package === "demo" ||
  named.some((pattern) => pattern.test(file.inside)) ||
  vocabularies.has(`${file.package}/${file.inside.replace(/\.tsx?$/, "")}`) ||
  exportedNames(file).includes(file.name)
