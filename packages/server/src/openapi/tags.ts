import type { CallTag } from "@mtc-logon/core/contract"

/** The chapters of the document, in order. */
export const tags: ReadonlyArray<{ readonly name: CallTag; readonly description: string }> = [
  {
    name: "Logon requests",
    description:
      "A person proves who they are and asks for a logon, step by step. Opening a request answers its token; every later call comes with it."
  },
  { name: "Log in", description: "A session, its cookie, the terms, and the home page. For pages of the house." },
  { name: "Two-step verification", description: "The second step, and the ways to it. For pages of the house." },
  { name: "Profile", description: "What a logon may change of itself, after both steps. For pages of the house." },
  {
    name: "Ways back",
    description: "For somebody who cannot log in: answered the same whoever asks. For pages of the house."
  },
  { name: "Rules engine", description: "Ask a question of a rule set, without a person." },
  { name: "Operation", description: "For whoever runs the house." }
]
