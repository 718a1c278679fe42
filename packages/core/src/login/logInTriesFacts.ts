import type { FactSheet } from "../engine/Rule.ts"

/** What the rule of a password's tries reads. */
export interface LogInTriesFacts {
  readonly logIn: {
    /** Wrong passwords of the logon since its last right one, from everywhere. */
    readonly failuresInARow: number
    /** Whether this browser shows that it is trusted for the logon. */
    readonly fromTrustedDevice: boolean
    /** Whether it comes with the activation code that opens its first log-in. */
    readonly byActivationCode: boolean
  }
}

/** How the facts are called, and how staff may see them. Outside, a closed password is a wrong one. */
export const logInTriesFacts: FactSheet<LogInTriesFacts> = {
  "logIn.fromTrustedDevice": {
    label: "whether the device is trusted",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.fromTrustedDevice,
    show: String
  },
  "logIn.byActivationCode": {
    label: "whether the activation code came with it",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.byActivationCode,
    show: String
  },
  "logIn.failuresInARow": {
    label: "the wrong passwords in a row",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.failuresInARow,
    show: String
  }
}
