import type { TrustedDeviceView, TwoStepMethodKind, TwoStepMethodsView } from "@mtc-logon/core/two-step"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"
import type { Problem, Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { DonePanel } from "../form/DonePanel.tsx"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { AddWay } from "../two-step/AddWay.tsx"
import { readyToChange } from "./readyToChange.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"
import { PasswordAgain } from "./PasswordAgain.tsx"
import { RecoveryCodes } from "./RecoveryCodes.tsx"
import { TrustedDevices } from "./TrustedDevices.tsx"
import { TwoStepWays } from "./TwoStepWays.tsx"

/** Ways to get codes, recovery codes, devices and sessions, each to be changed. What asks for the password again does so and goes on. */
export const SecurityPage = (props: PageProps) => {
  const { api, data } = props
  const root = useRef<HTMLDivElement>(null)
  const [ways, setWays] = useState<TwoStepMethodsView | undefined>(undefined)
  const [devices, setDevices] = useState<ReadonlyArray<TrustedDeviceView>>([])
  const [codes, setCodes] = useState<ReadonlyArray<string> | undefined>(undefined)
  const [done, setDone] = useState("")
  const [adding, setAdding] = useState<TwoStepMethodKind | undefined>(undefined)
  const [removing, setRemoving] = useState<string | undefined>(undefined)
  const [waiting, setWaiting] = useState<(() => void) | undefined>(undefined)
  const { busy, problem, refusals, run } = useCall()
  const [unread, setUnread] = useState<Problem | undefined>(undefined)
  const isRefused = problem !== undefined && problem.code !== "password_required"
  useFocusAfter(isRefused ? refusals : 0, root)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current && done === "") document.querySelector<HTMLElement>("[data-focus=title]")?.focus()
    first.current = false
  }, [adding])

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
    void run(async () => {
      const reply = await call()
      if (!reply.ok && reply.problem.code === "password_required") setWaiting(() => () => change(call, then))
      return reply
    }, then)
  }
  const changed = (words: string) => {
    load()
    setDone(words)
  }

  if (ways === undefined && unread !== undefined)
    return (
      <>
        <Heading depth={0}>{say("page.security.title")}</Heading>
        <Alert kind="info">
          <p>{unread.status === 401 || unread.status === 403 ? say("page.log-in-first") : problemWords(unread)}</p>
          <a class="mtc-button mtc-button-primary" href="/log-in">
            {say("page.log-in.title")}
          </a>
        </Alert>
      </>
    )
  if (ways === undefined)
    return (
      <>
        <Heading depth={0}>{say("page.security.title")}</Heading>
        <p role="status">{say("request.loading")}</p>
      </>
    )
  const password =
    waiting === undefined ? null : (
      <PasswordAgain
        api={api}
        phone={data.contacts.phone}
        onTyped={() => {
          setWaiting(undefined)
          waiting()
        }}
        onClose={() => setWaiting(undefined)}
      />
    )
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
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("page.security.title")}</Heading>
      {isRefused ? (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {problem.status === 401 ? <a href="/log-in">{say("page.log-in.title")}</a> : null}
        </Alert>
      ) : null}
      {done === "" ? null : <DonePanel title={done}>{null}</DonePanel>}
      <TwoStepWays
        ways={ways.methods}
        offered={data.twoStepKinds}
        onRemove={setRemoving}
        // The password is asked for before the screen of the way, not after what was typed there.
        onAdd={(kind) =>
          change(
            () => readyToChange(api),
            () => setAdding(kind)
          )
        }
      />
      <RecoveryCodes
        left={ways.recoveryCodesLeft}
        made={codes}
        busy={busy}
        onMake={() =>
          change(
            () => api("POST /v1/me/recovery-codes"),
            (made) => {
              setCodes(made.codes)
              setWays({ ...ways, recoveryCodesLeft: made.codes.length })
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
            busy={busy}
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
      {password}
    </div>
  )
}
