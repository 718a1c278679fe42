/** The sentences that a partner's page shows around the frame, apart since its loader carries no others. They have no parameters. */
export const enHost = {
  /** Name of the frame. */
  title: "Create my MassTaxConnect logon",
  /** In place of a form that cannot be framed. */
  blocked: "The form cannot be shown here.",
  /** Link to the form in a tab of its own, and the button of redirect mode. */
  open: "Open it on MassTaxConnect"
} as const
