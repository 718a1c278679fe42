/** A command of the server: how it is called, and what it does. */
export interface Command {
  /** What stands behind its name, as help shows it. */
  readonly takes: string
  /** Its flags by name: whether a value follows. */
  readonly flags: Readonly<Record<string, "alone" | "value">>
  /** Words that it takes besides its flags: none, or what its one word is. */
  readonly word?: string
  /** Lines of help. */
  readonly does: ReadonlyArray<string>
}

/** Every command, in the order of help. */
export const commands = {
  start: {
    takes: "[--no-worker]",
    flags: { "no-worker": "alone" },
    does: ["Serves HTTP and runs the jobs. With --no-worker, it only serves HTTP."]
  },
  worker: { takes: "", flags: {}, does: ["Runs only the jobs."] },
  migrate: {
    takes: "",
    flags: {},
    does: ["Creates or updates the tables in the database at DATABASE_URL. Needs no other setting."]
  },
  "new-keyring": {
    takes: "<file>",
    flags: {},
    word: "the name of the new file, for example /etc/mtc-logon/keyring.json",
    does: [
      "Creates the keys of the server in a new file. Set KEYRING_FILE to that file. Keep a copy of it apart from the",
      "database: without the keys, no one can read the database. Needs no setting."
    ]
  },
  "keys create": {
    takes: "--scope <scopes> --name <application>",
    flags: { scope: "value", name: "value" },
    does: [
      "Creates an API key for an application and prints it once. Scopes, separated by commas: simulate (ask what the",
      "rules decide about given facts), decide (decide on record), staff (look at decisions).",
      "Needs only DATABASE_URL and KEYRING_FILE."
    ]
  },
  "keys list": {
    takes: "",
    flags: {},
    does: [
      "Shows the id, scopes, creation time, status and application of every API key. It never shows the key.",
      "Needs only DATABASE_URL and KEYRING_FILE."
    ]
  },
  "keys revoke": {
    takes: "<id>",
    flags: {},
    word: "the id of a key (to see the ids, run: keys list)",
    does: ["Makes an API key invalid at once. Needs only DATABASE_URL and KEYRING_FILE."]
  },
  "verify-audit": {
    takes: "[--checkpoints <file>]",
    flags: { checkpoints: "value" },
    does: [
      "Checks the whole audit trail. If a row was changed or removed, it names the first one and exits with 1. <file> is an",
      "unchanged log of the server: its signed checkpoints show whether rows were cut off the end.",
      "Needs only DATABASE_URL and KEYRING_FILE."
    ]
  },
  "new-epoch": {
    takes: "",
    flags: {},
    does: [
      "Run this after you restore a database. It makes every earlier link, code, recovery code and session void. Stop all",
      "processes first. API keys stay valid, even those that you revoked after the backup: revoke them again (keys list).",
      "Needs only KEYRING_FILE and DATABASE_URL."
    ]
  }
} as const satisfies Readonly<Record<string, Command>>

export type CommandName = keyof typeof commands
