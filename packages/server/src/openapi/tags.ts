import type { CallTag } from "./Call.ts"

/** The chapters of the document, in order. */
export const tags: ReadonlyArray<{ readonly name: CallTag; readonly description: string }> = [
  {
    name: "Logon requests",
    description:
      "A person proves their identity and requests a logon, step by step. Opening a request returns its token. Send the token with every later call."
  },
  {
    name: "Log in",
    description: "Sessions, terms of use, trusted devices and the home page. For the Department's own pages."
  },
  {
    name: "Two-step verification",
    description: "The second step of a log-in, and its methods. For the Department's own pages."
  },
  {
    name: "Profile",
    description: "What the owner of a logon can change after both steps of log-in. For the Department's own pages."
  },
  {
    name: "Ways back",
    description:
      "For people who cannot log in. The responses are the same for everyone. For the Department's own pages."
  },
  { name: "Rules engine", description: "Ask a rule set a question from an application, with an API key." },
  { name: "Operation", description: "For operators of the server." }
]
