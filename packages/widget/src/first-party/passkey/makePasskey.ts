import type { BodyOf, Calls } from "@mtc-logon/core/contract"

/** A passkey's answer, as the service reads it. */
type PasskeyJson = NonNullable<BodyOf<Calls["POST /v1/recovery/password/reset"], "Encoded">["credential"]>

type Options = Readonly<Record<string, unknown>>

/** Whether this browser makes and uses passkeys, and reads their options as JSON. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === "function" &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential &&
  "toJSON" in PublicKeyCredential.prototype

const asJson = (credential: Credential | null): PasskeyJson | undefined => {
  if (!(credential instanceof PublicKeyCredential)) return undefined
  const json = credential.toJSON()
  return { ...json, type: "public-key", clientExtensionResults: { ...json.clientExtensionResults } }
}

/** Has the browser make a passkey; absent: the person closed its window, or it took too long. */
export const makePasskey = async (options: Options): Promise<PasskeyJson | undefined> => {
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as unknown as PublicKeyCredentialCreationOptionsJSON
    )
    return asJson(await navigator.credentials.create({ publicKey }))
  } catch {
    return undefined
  }
}

/** Has a passkey sign; absent as above. */
export const signWithPasskey = async (options: Options): Promise<PasskeyJson | undefined> => {
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      options as unknown as PublicKeyCredentialRequestOptionsJSON
    )
    return asJson(await navigator.credentials.get({ publicKey }))
  } catch {
    return undefined
  }
}
