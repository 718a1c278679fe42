/** A room of the house: a folder below `src`, or a file that stands there by itself. */
export interface Room {
  /** The rooms that it may import from; each stands above it in this list. `*`: it puts the house together, and no room sees it. */
  readonly sees: ReadonlyArray<string>
}

const core = [
  "engine",
  "journey",
  "wording",
  "policy",
  "money",
  "contact",
  "taxpayer",
  "verification",
  "logon",
  "partner",
  "questions",
  "decisions",
  "access",
  "two-step",
  "logon-request",
  "login",
  "profile",
  "recovery",
  "notices",
  "rule-sets",
  "testing",
  "contract"
].map((module) => `core/${module}`)

const server = (...rooms: ReadonlyArray<string>) => rooms.map((room) => `server/${room}`)
const widget = (...rooms: ReadonlyArray<string>) => rooms.map((room) => `widget/${room}`)
const modules = (...names: ReadonlyArray<string>) => names.map((name) => `core/${name}`)

/**
 * The house plan. Each room lists the rooms it may import from; what isn't listed is a wall. Order is bottom up, so the
 * plan has no cycles by shape.
 *
 * **Details**
 *
 * A core module is two rooms: its page-safe files and types, which see the page-safe files and types of the modules in its row, and
 * the rest. page-safe files of any module are open to `questions` and `rule-sets` (`sunny`). Message ids are types, and open to
 * all of core.
 */
export const plan: Readonly<Record<string, Room>> = {
  "core/engine": { sees: [] },
  "core/journey": { sees: modules("engine") },
  "core/wording": { sees: modules("engine") },
  "core/policy": { sees: [] },
  "core/money": { sees: modules("engine") },
  "core/contact": { sees: modules("engine") },
  "core/taxpayer": { sees: modules("money", "contact", "policy", "engine") },
  "core/verification": { sees: modules("taxpayer", "money", "policy", "engine") },
  "core/logon": { sees: modules("contact", "policy", "engine") },
  "core/partner": { sees: modules("contact", "policy", "engine") },
  "core/questions": { sees: modules("verification", "policy", "engine") },
  "core/decisions": { sees: modules("questions", "verification", "taxpayer", "policy", "engine") },
  "core/access": {
    sees: modules("questions", "decisions", "verification", "logon", "taxpayer", "contact", "policy", "engine")
  },
  "core/two-step": { sees: modules("questions", "decisions", "logon", "contact", "policy", "engine") },
  "core/logon-request": {
    sees: modules(
      "questions",
      "decisions",
      "verification",
      "logon",
      "access",
      "partner",
      "taxpayer",
      "contact",
      "money",
      "journey",
      "policy",
      "engine"
    )
  },
  "core/login": {
    sees: modules(
      "questions",
      "decisions",
      "logon-request",
      "access",
      "two-step",
      "logon",
      "contact",
      "journey",
      "policy",
      "engine"
    )
  },
  "core/profile": {
    sees: modules(
      "access",
      "questions",
      "decisions",
      "login",
      "two-step",
      "logon",
      "verification",
      "taxpayer",
      "contact",
      "policy",
      "engine"
    )
  },
  "core/recovery": {
    sees: modules(
      "questions",
      "decisions",
      "profile",
      "login",
      "logon-request",
      "two-step",
      "access",
      "logon",
      "contact",
      "policy",
      "engine"
    )
  },
  "core/notices": {
    sees: modules("contact", "logon", "access", "two-step", "logon-request", "login", "profile", "recovery")
  },
  "core/rule-sets": { sees: modules("policy", "engine", "questions") },
  "core/testing": { sees: core.filter((room) => room !== "core/testing" && room !== "core/contract") },
  "core/contract": { sees: core.filter((room) => room !== "core/testing" && room !== "core/contract") },

  "widget/widgetVersion": { sees: [] },
  "widget/protocol": { sees: core },
  "widget/theme": { sees: widget("protocol") },
  "widget/wording": { sees: core },
  "widget/api": { sees: core },
  "widget/host": { sees: widget("protocol") },
  "widget/parts": { sees: [...widget("theme", "wording"), ...core] },
  "widget/steps": { sees: [...widget("parts", "api", "wording", "theme"), ...core] },
  "widget/frame": { sees: [...widget("steps", "parts", "api", "wording", "theme", "protocol"), ...core] },
  "widget/first-party": {
    sees: [...widget("frame", "steps", "parts", "api", "wording", "theme", "protocol"), ...core]
  },
  "widget/files": { sees: widget("first-party") },
  "widget/embedSnippet": { sees: [] },
  "widget/loader": { sees: [...widget("host"), "core/wording"] },
  "widget/index": { sees: [...widget("host", "protocol", "widgetVersion"), "core/wording"] },
  "widget/auto": { sees: widget("index", "host", "protocol", "wording") },
  "widget/react": { sees: widget("index", "host", "protocol") },
  "widget/inline": {
    sees: [
      ...widget("index", "host", "protocol", "steps", "parts", "api", "wording", "theme", "widgetVersion"),
      ...core
    ]
  },

  "server/network": { sees: [] },
  "server/errorCode": { sees: [] },
  "server/setting": { sees: server("network") },
  "server/serverSettings": { sees: [...server("setting"), ...core] },
  "server/ServerConfig": { sees: [...server("serverSettings", "setting"), "core/engine"] },
  "server/say": { sees: core },
  "server/formatMailInstant": { sees: [] },
  "server/database": { sees: [...server("errorCode", "ServerConfig"), ...core] },
  "server/secrets": { sees: [...server("errorCode", "ServerConfig"), ...core] },
  "server/jobs": { sees: [...server("database", "secrets", "ServerConfig"), ...core] },
  "server/limits": { sees: [...server("network", "database", "secrets", "ServerConfig"), ...core] },
  "server/audit": { sees: [...server("limits", "database", "secrets"), ...core] },
  "server/live": { sees: [...server("jobs", "database", "secrets", "ServerConfig"), ...core] },
  "server/store": {
    sees: [...server("live", "audit", "jobs", "limits", "database", "secrets", "ServerConfig"), ...core]
  },
  "server/records": { sees: [...server("audit", "jobs", "limits", "database", "secrets", "ServerConfig"), ...core] },
  "server/channels": {
    sees: [
      ...server("store", "jobs", "database", "secrets", "say", "formatMailInstant", "errorCode", "ServerConfig"),
      ...core
    ]
  },
  "server/http": { sees: [...server("say", "ServerConfig"), ...core] },
  "server/hosted": {
    sees: [...server("http", "say", "ServerConfig"), "widget/files", "widget/first-party", "widget/frame", ...core]
  },
  "server/routes": {
    sees: [
      ...server(
        "http",
        "live",
        "limits",
        "audit",
        "hosted",
        "say",
        "formatMailInstant",
        "jobs",
        "secrets",
        "database",
        "ServerConfig"
      ),
      ...core
    ]
  },
  "server/openapi": { sees: [...server("routes", "http", "say"), ...core] },
  "server/Development": {
    sees: [...server("hosted", "http", "live", "channels", "jobs", "secrets", "database"), ...core]
  },
  "server/DevelopmentMissing": { sees: [] },
  "server/dev": {
    sees: [
      ...server(
        "Development",
        "hosted",
        "http",
        "live",
        "channels",
        "records",
        "store",
        "limits",
        "jobs",
        "audit",
        "secrets",
        "database"
      ),
      ...server("say", "ServerConfig"),
      ...core
    ]
  },
  "server/houseFacts": { sees: [...server("hosted", "ServerConfig"), ...core] },
  "server/jobHandlers": {
    sees: [
      ...server("channels", "records", "store", "live", "jobs", "audit", "database", "secrets", "ServerConfig"),
      ...core
    ]
  },
  "server/serve": { sees: ["*"] },
  "server/layers": { sees: ["*"] },
  "server/app": { sees: ["*"] },
  "server/startFailure": { sees: server("errorCode", "ServerConfig") },
  "server/untilDatabaseAnswers": { sees: [...server("startFailure", "ServerConfig")] },
  "server/startHouse": { sees: ["*"] },
  "server/keepHouse": { sees: ["*"] },
  "server/readToStart": { sees: server("channels", "routes", "secrets", "store", "ServerConfig") },
  "server/commands": { sees: [] },
  "server/readCommand": { sees: [...server("commands", "ServerConfig"), "core/engine"] },
  "server/keyCommands": { sees: [...server("secrets", "readCommand"), ...core] },
  "server/index": { sees: ["*"] },
  "server/runCommand": { sees: ["*"] },
  "server/nodeProblem": { sees: [] },
  "server/main": { sees: server("nodeProblem", "runCommand") },

  "demo/*": { sees: ["*"] }
}

/** Modules to which the page-safe files, the types and the schemas of every other are open: they hold what all rules of a place are made of. */
export const openToSunnyFilesOfAll = ["core/questions", "core/rule-sets"]

/** Rooms that only some routes enter. */
export const narrowDoors: Readonly<Record<string, ReadonlyArray<string>>> = {
  "server/routes": ["server/jobs", "server/secrets", "server/database"]
}
