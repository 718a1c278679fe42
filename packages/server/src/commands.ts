/** A command of the server: how it is called, and what it does. */
export interface Command {
  /** What stands behind its name, as help shows it. */
  readonly takes: string
  /** Its flags by name: whether a value follows. */
  readonly flags: Readonly<Record<string, "alone" | "value">>
  /** Words that it takes besides its flags, at most. */
  readonly mostWords: number
  /** Lines of help. */
  readonly does: ReadonlyArray<string>
}

/** Every command, in the order of help. */
export const commands = {
  start: {
    takes: "[--no-worker]",
    flags: { "no-worker": "alone" },
    mostWords: 0,
    does: ["Serves HTTP and runs the jobs. With --no-worker, it only serves HTTP."]
  },
  worker: { takes: "", flags: {}, mostWords: 0, does: ["Runs only the jobs."] },
  migrate: {
    takes: "",
    flags: {},
    mostWords: 0,
    does: ["Updates the database at DATABASE_URL to the tables of this version. Needs no other setting."]
  },
  "new-keyring": {
    takes: "<file>",
    flags: {},
    mostWords: 1,
    does: [
      "Creates the keys of the server in a new file. Set KEYRING_FILE to that file. Keep a copy of it apart from the",
      "database: without the keys, the database cannot be read."
    ]
  },
  keys: {
    takes: "create --scope <scopes> --name <application> | list | revoke <id>",
    flags: { scope: "value", name: "value" },
    mostWords: 2,
    does: [
      "create: creates an API key for an application and prints it once. Scopes, separated by commas: simulate (ask",
      "what the rules decide about given facts), decide (decide on record), staff (look at decisions).",
      "list: shows the id, scopes, creation time, status and application of every key. It never shows the key.",
      "revoke: makes a key invalid at once."
    ]
  },
  "verify-audit": {
    takes: "[--checkpoints <file>]",
    flags: { checkpoints: "value" },
    mostWords: 0,
    does: [
      "Checks the whole audit trail. If a row was changed or removed, names the first one and exits with 1. <file> is a",
      "log of the server, unchanged: its signed checkpoints show whether rows were cut off the end."
    ]
  },
  "new-epoch": {
    takes: "",
    flags: {},
    mostWords: 0,
    does: [
      "Run this after you restore a database. It makes every earlier link, code and session void, and recovery codes",
      "too. Stop all processes first. API keys stay valid: revoke again those that were revoked since the backup",
      "(keys list)."
    ]
  }
} as const satisfies Readonly<Record<string, Command>>

export type CommandName = keyof typeof commands
