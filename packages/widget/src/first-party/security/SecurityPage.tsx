import type { TrustedDeviceView, TwoStepMethodKind, TwoStepMethodsView } from "@mtc-logon/core/two-step"
import { useEffect, useState } from "preact/hooks"
import type { Problem, Reply } from "../../api/Problem.ts"
import { Button } from "../../parts/button/Button.tsx"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { CallFrame } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { PasswordAgain } from "../form/PasswordAgain.tsx"
import { OwnPage } from "../layout/OwnPage.tsx"
import type { PageProps } from "../PageData.ts"
import { AddWay } from "../two-step/AddWay.tsx"
import { useCall } from "../useCall.ts"
import { useFocusTitle } from "../useFocusTitle.ts"
import { RecoveryCodes } from "./RecoveryCodes.tsx"
import { TrustedDevices } from "./TrustedDevices.tsx"
import { TwoStepWays } from "./TwoStepWays.tsx"

/** Ways to get codes, recovery codes, devices and sessions, each to be changed. What asks for the password again does so and goes on. */
export const SecurityPage = (props: PageProps) => {
  const { api, data, open } = props
  const [ways, setWays] = useState<TwoStepMethodsView | undefined>(undefined)
  const [devices, setDevices] = useState<ReadonlyArray<TrustedDeviceView>>([])
  const [codes, setCodes] = useState<ReadonlyArray<string> | undefined>(undefined)
  const [done, setDone] = useState("")
  const [adding, setAdding] = useState<TwoStepMethodKind | undefined>(undefined)
  const [removing, setRemoving] = useState<string | undefined>(undefined)
  const [waiting, setWaiting] = useState<(() => void) | undefined>(undefined)
  const form = useCall()
  const [unread, setUnread] = useState<Problem | undefined>(undefined)
  useFocusTitle([adding], done === "" ? "title" : undefined)

  // Besides the calls of `run`: a press while the list is read anew is not lost.
  const load = () => {
    void api("GET /v1/me/two-step-methods").then((reply) =>
      reply.ok ? setWays(reply.value) : setUnread(reply.problem)
    )
    void api("GET /v1/me/trusted-devices").then((reply) => reply.ok && setDevices(reply.value.devices))
  }
  useEffect(load, [])

  /** Does a change; where the password is asked for first, again once it was typed. */
  const change = <A,>(call: () => Promise<Reply<A>>, then: (value: A) => void) => {
    setDone("")
    void form.run(async () => {
      const reply = await call()
      if (!reply.ok && reply.problem.code === "password_required") setWaiting(() => () => change(call, then))
      return reply
    }, then)
  }
  /** Whether what changes the logon may be done now, or the password is to be typed again first. Moves nothing. */
  const readyToChange = async (): Promise<Reply<unknown>> => {
    const reply = await api("GET /v1/sessions/current")
    return reply.ok && reply.value.passwordGoodUntil <= reply.value.now
      ? { ok: false, problem: { status: 403, code: "password_required" } }
      : reply
  }
  const changed = (words: string) => {
    load()
    setDone(words)
  }

  if (adding !== undefined)
    return (
      <AddWay
        {...props}
        kind={adding}
        onConfirmed={() => {
          setAdding(undefined)
          changed(say("security.ways.added"))
        }}
        onCancel={() => {
          setAdding(undefined)
          load()
        }}
      />
    )
  return (
    <OwnPage title={say("page.security.title")} value={ways} problem={unread} open={open}>
      {({ methods, recoveryCodesLeft }) => (
        <>
          <CallFrame
            form={form}
            phone={data.contacts.phone}
            tell={({ code }) => (code === "password_required" ? <></> : undefined)}
          />
          {done === "" ? null : <DonePanel title={done}>{null}</DonePanel>}
          <TwoStepWays
            ways={methods}
            offered={data.twoStepKinds}
            onRemove={setRemoving}
            // The password is asked for before the screen of the way, not after what was typed there.
            onAdd={(kind) => change(readyToChange, () => setAdding(kind))}
          />
          <RecoveryCodes
            left={recoveryCodesLeft}
            made={codes}
            busy={form.busy}
            onMake={() =>
              change(
                () => api("POST /v1/me/recovery-codes"),
                (made) => {
                  setCodes(made.codes)
                  setWays({ methods, recoveryCodesLeft: made.codes.length })
                }
              )
            }
          />
          <TrustedDevices
            devices={devices}
            onRemove={(id) =>
              change(
                () => api("DELETE /v1/me/trusted-devices/{id}", { params: { id } }),
                () => changed(say("security.devices.removed"))
              )
            }
          />
          <section aria-labelledby="mtc-everywhere" class="mtc-no-print">
            <Heading depth={1} id="mtc-everywhere">
              {say("security.everywhere.title")}
            </Heading>
            <p>{say("security.everywhere.text")}</p>
            <div class="mtc-actions">
              <Button
                kind="secondary"
                busy={form.busy}
                onClick={() =>
                  change(
                    () => api("DELETE /v1/sessions"),
                    () => changed(say("security.everywhere.done"))
                  )
                }
              >
                {say("security.everywhere.button")}
              </Button>
            </div>
          </section>
          <p class="mtc-no-print">
            <a href="/account">{say("security.home")}</a>
          </p>
          {removing === undefined ? null : (
            <Dialog id="mtc-remove" title={say("security.ways.remove-title")} onClose={() => setRemoving(undefined)}>
              <p>{say("security.ways.remove-text")}</p>
              <div class="mtc-actions">
                <Button
                  onClick={() => {
                    setRemoving(undefined)
                    change(
                      () => api("DELETE /v1/me/two-step-methods/{id}", { params: { id: removing } }),
                      () => changed(say("security.ways.removed"))
                    )
                  }}
                >
                  {say("security.ways.remove")}
                </Button>
                <Button kind="link" onClick={() => setRemoving(undefined)}>
                  {say("button.cancel")}
                </Button>
              </div>
            </Dialog>
          )}
          {waiting === undefined ? null : (
            <Dialog
              id="mtc-password-again"
              title={say("security.password.title")}
              onClose={() => setWaiting(undefined)}
            >
              <p>{say("security.password.text")}</p>
              <PasswordAgain
                api={api}
                phone={data.contacts.phone}
                label={say("field.password.label")}
                submit={say("security.password.confirm")}
                onTyped={() => {
                  setWaiting(undefined)
                  waiting()
                }}
                onCancel={() => setWaiting(undefined)}
              />
            </Dialog>
          )}
        </>
      )}
    </OwnPage>
  )
}
