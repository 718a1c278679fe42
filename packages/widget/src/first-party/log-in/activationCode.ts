let taken: { readonly path: string; readonly code: string } | undefined

/**
 * Takes the code of a link out of the address: it is read from the fragment once, and the fragment goes from the address bar
 * and the history at once. It leaves this page only with what the person does.
 *
 * @rule D-13
 */
export const takeActivationCode = (): void => {
  const fragment = location.hash.slice(1)
  if (fragment === "") return
  taken = { path: location.pathname, code: fragment }
  history.replaceState(history.state, "", location.pathname + location.search)
}

/** The pages whose links have codes of their own. */
const others = ["/profile", "/reset", "/not-me"] as const

/** The activation code of the link that opened this page, if one did. */
export const activationCode = (): string | undefined =>
  others.some((path) => path === taken?.path) ? undefined : taken?.code

/** The code of the link that opened one of the other pages, if one did. */
export const linkCode = (path: (typeof others)[number]): string | undefined =>
  taken?.path === path ? taken.code : undefined

/** Forgets a code that has done what it is for. */
export const forgetLinkCode = (): void => {
  taken = undefined
}
