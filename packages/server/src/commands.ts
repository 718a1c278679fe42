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
    does: ["Serves HTTP, and does the jobs unless --no-worker."]
  },
  worker: { takes: "", flags: {}, mostWords: 0, does: ["Does the jobs only."] },
  migrate: {
    takes: "",
    flags: {},
    mostWords: 0,
    does: ["Brings the database of DATABASE_URL to the tables of this version; needs no other setting."]
  },
  "new-keyring": {
    takes: "<file>",
    flags: {},
    mostWords: 1,
    does: [
      "Makes the keys of a house in a file that is not there yet: what KEYRING_FILE names. Keep a copy of it",
      "apart from the database, which is lost without."
    ]
  },
  keys: {
    takes: "create --scope <scopes> --name <application> | list | revoke <id>",
    flags: { scope: "value", name: "value" },
    mostWords: 2,
    does: [
      "create: makes an API key for an application and prints it, once. Scopes, parted by commas: simulate (ask what",
      "the rules say of given facts), decide (decide on record), staff (look at decisions).",
      "list: every key: id, scopes, when it was made, whether it is good, and the application; never the key.",
      "revoke: from now on the key opens nothing."
    ]
  },
  "verify-audit": {
    takes: "[--checkpoints <file>]",
    flags: { checkpoints: "value" },
    mostWords: 0,
    does: [
      "Reads the whole audit trail; exit 1 names the first row that is not as it was written. The file is a log of the",
      "server as it is: its signed checkpoints show rows that were cut off the end."
    ]
  },
  "new-epoch": {
    takes: "",
    flags: {},
    mostWords: 0,
    does: [
      "After a database was restored: every link, code and session that is out is void, recovery codes too.",
      "Stop all first.",
      "API keys stay good: revoke again what was revoked since the backup (keys list)."
    ]
  }
} as const satisfies Readonly<Record<string, Command>>

export type CommandName = keyof typeof commands
