let code: string | undefined

/**
 * Takes the activation code out of the address: it is read from the fragment once, and the fragment goes from the address
 * bar and the history at once. It leaves this page only with a log-in.
 *
 * @rule D-13
 */
export const takeActivationCode = (): void => {
  const fragment = location.hash.slice(1)
  if (fragment === "") return
  code = fragment
  history.replaceState(history.state, "", location.pathname + location.search)
}

/** The code of the link that opened this page, if one did. */
export const activationCode = (): string | undefined => code
