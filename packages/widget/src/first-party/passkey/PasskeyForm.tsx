import type { BodyOf, Calls } from "@mtc-logon/core/contract"
import type { ComponentChildren } from "preact"
import type { Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { CallFrame } from "../form/CallForm.tsx"
import { useCall } from "../useCall.ts"

/** A passkey's answer, as the service reads it. */
type PasskeyJson = NonNullable<BodyOf<Calls["POST /v1/recovery/password/reset"], "Encoded">["credential"]>

/** What the browser is to make or sign, as the service's JSON has it. */
type Options = Readonly<Record<string, unknown>>

/** Whether this browser makes and uses passkeys, and reads their options as JSON. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === "function" &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential &&
  "toJSON" in PublicKeyCredential.prototype

/** The answer of the browser's own window; absent: the person closed it, or it took too long. */
const answerOf = async (credential: () => Promise<Credential | null>): Promise<PasskeyJson | undefined> => {
  try {
    const made = await credential()
    if (!(made instanceof PublicKeyCredential)) return undefined
    const json = made.toJSON()
    return { ...json, type: "public-key", clientExtensionResults: { ...json.clientExtensionResults } }
  } catch {
    return undefined
  }
}

/** Has the browser make a passkey. */
export const makePasskey = (options: Options) =>
  answerOf(() =>
    navigator.credentials.create({
      // The service made the options for this very method, and the method refuses what it cannot read.
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
    })
  )

/** Has a passkey sign. */
export const signWithPasskey = (options: Options) =>
  answerOf(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as never) })
  )

export interface PasskeyFormProps<A, B> {
  readonly title: string
  readonly button: string
  readonly phone: string
  /** Asks the service for the options. */
  readonly begin: () => Promise<Reply<B>>
  readonly use: (options: Options) => Promise<PasskeyJson | undefined>
  readonly confirm: (credential: PasskeyJson, begun: B) => Promise<Reply<A>>
  readonly onDone: (value: A, begun: B) => void
  readonly back: string
  readonly onBack: () => void
  readonly children?: ComponentChildren
}

/** A passkey is made or signs: the browser's own window does it, by a press of ours. @rule D-49 */
export const PasskeyForm = <A, B extends { readonly options?: Options }>(props: PasskeyFormProps<A, B>) => {
  const form = useCall()
  const press = () =>
    void form.run(props.begin, (begun) => {
      void props.use(begun.options ?? {}).then((credential) => {
        if (credential === undefined) return form.refuse({ status: 0, code: "passkey_closed" })
        return form.run(
          () => props.confirm(credential, begun),
          (value) => props.onDone(value, begun)
        )
      })
    })
  return (
    <>
      <Heading depth={0}>{props.title}</Heading>
      <CallFrame
        form={form}
        phone={props.phone}
        tell={({ code }) =>
          code === "passkey_closed" || code === "code_refused" ? (
            <Alert kind="error" title={say("security.passkey.failed")} focusable>
              <p>{say("security.passkey.failed-text")}</p>
            </Alert>
          ) : undefined
        }
      >
        <p>{hasPasskeys() ? say("security.passkey.text") : say("security.passkey.unknown")}</p>
        {props.children}
        <div class="mtc-actions">
          {hasPasskeys() ? (
            <Button busy={form.busy} onClick={press}>
              {props.button}
            </Button>
          ) : null}
          <Button kind="link" onClick={props.onBack}>
            {props.back}
          </Button>
        </div>
      </CallFrame>
    </>
  )
}
